// Claims that disagree: what kind of conflict it is, why, and what was decided.
import { codeWords } from '../../../../../shared/code-words.ts';
import type { ListedGroup } from '../../../../../shared/features/conflicts/contract.ts';
import { message } from '../../../../../shared/message.ts';
import type { PackContent, Places } from './content.ts';
import { html, type Markup } from './markup.ts';
import { evidenceLinks, type PackPart } from './part.ts';

export function conflictPart(content: PackContent, places: Places): PackPart {
  const { conflicts, say } = content;
  return {
    id: 'conflicts',
    title: say(message('pack:conflicts')),
    count: conflicts.length,
    *body() {
      for (const group of conflicts) yield block(group, content, places);
    },
  };
}

function block({ kind, tension, title, why, claims, decision }: ListedGroup, { say, extras }: PackContent, places: Places): Markup {
  const by = decision !== null && extras.has('people') ? decision.by : '';
  return html`<article class="conflict"><h3>${say(title)}</h3><p><span class="state">${codeWords(kind)}${tension ? `, ${say(message('pack:tension'))}` : ''}</span> ${say(why)} ${evidenceLinks(claims, places)}</p>
${decision === null ? '' : html`<p><b>${say(message('pack:decided'))}</b> ${decision.reason} <span class="muted">${by}</span></p>`}</article>
`;
}
