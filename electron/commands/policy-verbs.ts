// Verbs on instruments, projects, positions and plans. What the core says in codes is printed in words.
import type { Input, Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { allInWords, type Worded } from '../../shared/in-words.ts';
import { message } from '../../shared/message.ts';
import { readStdin } from './files.ts';
import { UsageError } from './parse.ts';
import { answer, needed, type Verb } from './verb.ts';
import { words } from './words.ts';

type Window = Output<'policy.lifecycle'>['intervals'][number]['from'] | null;

export const policyVerbs: Readonly<Record<string, Verb>> = {
  async describe({ app }, [from]) {
    if (from !== '-') throw new UsageError('describe reads a JSON array of records from stdin: assay describe FILE - < records.json');
    const records = parsed(await readStdin());
    const input = { records: Array.isArray(records) ? records : [records] } as Input<'policy.describe'>;
    return answer((await app.ask('policy.describe', input)).records, (list) => `${list.length} described`);
  },
  async decide({ app }, claims, { options }) {
    const { claim, date, open, why } = options;
    if (claim === undefined && date === undefined && !open)
      throw new UsageError('Which claim (--claim ID), which date of your own (--date DATE), or --open for "cannot be decided yet"?');
    const reason = needed(why, 'A verdict needs a reason: --why TEXT');
    const verdict = await app.ask('policy.decide', { claims: [...claims], claimId: claim ?? null, own: date ?? null, reason });
    return answer(verdict, ({ id }) => id);
  },
  async instruments({ app }, _words, { options }) {
    return answer(await app.ask('policy.instruments', dayOf(options.on)), sayThings);
  },
  async projects({ app }, _words, { options }) {
    return answer(await app.ask('policy.projects', dayOf(options.on)), sayThings);
  },
  async lifecycle({ app }, [name], { options }) {
    return answer(inWords(await app.ask('policy.lifecycle', { name: named(name), ...dayOf(options.on) })), sayLifeCycle);
  },
  async instrument({ app }, [name], { options }) {
    return answer(inWords(await app.ask('policy.instrument', { name: named(name), ...dayOf(options.on) })), sayLifeCycle);
  },
  async project({ app }, [name], { options }) {
    return answer(inWords(await app.ask('policy.project', { name: named(name), ...dayOf(options.on) })), sayLifeCycle);
  },
  async inforce({ app }, [name], { options }) {
    const answers = await app.ask('policy.inforce', { ...(name === undefined ? {} : { name }), ...dayOf(options.on) });
    return answer(inWords(answers), (list) =>
      list.map((one) => `${one.name}: ${one.answer} (${words(message(`policy:state.${one.state}`))})`).join('\n'),
    );
  },
  async rates({ app }, [name], { options }) {
    const { as, base, years, given = [] } = options;
    if (as !== undefined && as !== 'amount' && as !== 'index') throw new UsageError('--as is amount or index.');
    const rates = await app.ask('policy.rates', {
      name: named(name),
      ...dayOf(options.on),
      ...(as === undefined ? {} : { as }),
      ...(base === undefined ? {} : { base }),
      ...(years === undefined ? {} : { years }),
      given: Object.fromEntries(given.map(pair)),
    });
    return answer(inWords(rates), (list) =>
      list.map((one) => `${one.class}: ${one.on === null ? one.needs.join('; ') : span(one.on)} ${one.unit ?? ''}`).join('\n'),
    );
  },
  async plans({ app }, [name]) {
    const plans = await app.ask('policy.plans', name === undefined ? {} : { name });
    return answer(inWords(plans), (list) => list.map((one) => `${one.name}, ${one.period ?? '–'}: ${one.vintages.map(span).join(' → ')}`).join('\n'));
  },
  async positions({ app }, _words, { options }) {
    const { about, actor } = options;
    const positions = await app.ask('policy.positions', { ...(about === undefined ? {} : { about }), ...(actor === undefined ? {} : { actor }) });
    return answer(positions, (list) => list.map((one) => `${one.actor} ${one.stance} ${one.about} (${one.state})`).join('\n'));
  },
  async batches({ app }, [name]) {
    const batches = await app.ask('policy.batches', name === undefined ? {} : { name });
    return answer(batches, (list) =>
      list.map((one) => `${one.name || one.authority || '–'}, ${day(one.when)}: ${one.members.map((member) => member.name).join(', ')}`).join('\n'),
    );
  },
  async counts({ app }) {
    const counts = await app.ask('policy.counts', {});
    return answer(counts, (list) => list.map((one) => `${one.of}: ${span(one)} said, ${one.named} named, ${one.result}`).join('\n'));
  },
  async convert({ app }, [claim], { options }) {
    const converted = await app.ask('policy.convert', {
      claim: needed(claim, 'Which claim?'),
      with: needed(options.with, 'At which rate? --with NAME'),
    });
    return answer(converted, (one) => `${span(one)} ${one.unit}`);
  },
};

function named(name: string | undefined): string {
  return needed(name, 'Which one? Give any of its names.');
}

function dayOf(on: string | undefined): { on?: string } {
  return on === undefined ? {} : { on };
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError('--given takes MEASURE=NUMBER, such as --given indicator_price=245.');
  return [text.slice(0, at), text.slice(at + 1)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid-input', 'policy.stdinNotJson', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function inWords<T>(value: T): Worded<T> {
  return allInWords(value, words);
}

function sayThings(list: Output<'policy.instruments'>): string {
  return list
    .map((one) => `${one.name}  ${words(message(`policy:state.${one.state}`))}${one.since === null ? '' : ` since ${day(one.since)}`}`)
    .join('\n');
}

function sayLifeCycle({
  name,
  state,
  intervals,
}: Pick<Output<'policy.lifecycle'>, 'name' | 'state'> & {
  readonly intervals: readonly { readonly track: string; readonly from: Window; readonly to: Window }[];
}): string {
  const lines = intervals.map((one) => `  ${words(message(`policy:track.${one.track}`))}  ${day(one.from)} – ${one.to === null ? '' : day(one.to)}`);
  return [`${name}: ${words(message(`policy:state.${state}`))}`, ...lines].join('\n');
}

function day(window: Window): string {
  if (window === null || (window.earliest === null && window.latest === null)) return '?';
  return window.earliest === window.latest ? window.earliest! : `[${window.earliest ?? '…'}, ${window.latest ?? '…'}]`;
}

function span({ low, high }: { readonly low: string | null; readonly high: string | null }): string {
  return low === high ? (low ?? '?') : `${low ?? '…'} to ${high ?? '…'}`;
}
