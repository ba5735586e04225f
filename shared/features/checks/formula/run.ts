// Runs an analyst's own rule over the figures: per place and period, and per subject where a term leaves it free. Rival
// figures give a check each.

import { calendarUnits, findPeriod, shiftedUnit } from '../../../period/index.ts';
import { Decimal } from '../../../quantity/index.ts';
import { normalName } from '../../claims/origin.ts';
import { constant, type Figure, minus, over, plus, type Twofold, times, toPower } from '../figure.ts';
import type { Check, FormulaRule } from '../model.ts';
import { toCheck } from '../result.ts';
import * as say from '../say.ts';
import { type Formula, type Node, readFormula, type Term } from './language.ts';

/** Rival figures of one term that are tried, and checks of one rule in one place and period. */
const mostRivals = 6;
const mostTogether = 24;

export function runFormula(rule: FormulaRule, figures: readonly Figure[]): Check[] {
  const formula = readFormula(rule.formula);
  const wanted = new Set([formula.stated, ...formula.terms].map((term) => term.measure));
  const byKey = Map.groupBy(
    figures.filter((figure) => wanted.has(figure.measure) && figure.period !== undefined),
    (figure) => keyOf(figure.measure, figure.subject, figure.place, figure.periodKey),
  );
  return situations(formula, figures).flatMap((situation) => checksIn(rule, formula, situation, byKey));
}

/** A place and period, and the subject of the terms that leave it free. */
interface Situation {
  readonly place: string;
  readonly subject: string;
  readonly figure: Figure;
}

function keyOf(measure: string, subject: string, place: string, period: string): string {
  return `${measure}|${subject}|${place}|${period}`;
}

/** Wherever the first figure of the right side that is of the period itself is known. */
function situations({ terms }: Formula, figures: readonly Figure[]): Situation[] {
  const lead = terms.find((term) => term.back === 0 && term.subject === null) ?? terms.find((term) => term.back === 0) ?? terms[0]!;
  const found = new Map<string, Situation>();
  for (const figure of figures) {
    if (figure.measure !== lead.measure || figure.period === undefined) continue;
    if (lead.subject !== null && normalName(lead.subject) !== figure.subject) continue;
    found.set(`${figure.place}|${figure.subject}|${figure.periodKey}`, { place: figure.place, subject: figure.subject, figure });
  }
  return [...found.values()];
}

function checksIn(rule: FormulaRule, formula: Formula, situation: Situation, byKey: ReadonlyMap<string, readonly Figure[]>): Check[] {
  const figuresOf = (term: Term): readonly Figure[] => {
    const subject = term.subject === null ? situation.subject : normalName(term.subject);
    const period = periodBack(situation.figure, term.back);
    return (period === undefined ? [] : (byKey.get(keyOf(term.measure, subject, situation.place, period)) ?? [])).slice(0, mostRivals);
  };
  const stated = figuresOf(formula.stated);
  return combinations(formula.terms.map(figuresOf)).flatMap((chosen) => {
    const implied = evaluate(formula.computed, [...chosen]);
    if (implied === undefined) return [];
    const against: readonly (Figure | undefined)[] = stated.length > 0 ? stated : [undefined];
    return against.flatMap((one) => check(rule, chosen, implied, one) ?? []);
  });
}

function check(rule: FormulaRule, inputs: readonly Figure[], implied: Twofold, stated: Figure | undefined): Check | undefined {
  const figures = inputs.map((figure) => say.why('figure', { value: say.value(figure), period: say.when(figure) }));
  return toCheck({
    rule: 'formula',
    label: say.label('formula', { name: rule.name }),
    inputs,
    implied,
    unit: stated?.claim.unit ?? rule.unit,
    ...(stated === undefined ? {} : { stated }),
    why: (result) => {
      const values = { formula: rule.formula.trim(), figures: { list: figures }, implied: result };
      return stated === undefined ? say.why('formula', values) : say.why('statedFormula', { ...values, stated: say.value(stated) });
    },
  });
}

/** Each way to take one figure of each term; the same figure serves a term that stands twice. */
function combinations(choices: readonly (readonly Figure[])[]): Figure[][] {
  return choices.reduce<Figure[][]>(
    (all, choice) => all.flatMap((chosen) => choice.map((figure) => [...chosen, figure])).slice(0, mostTogether),
    [[]],
  );
}

/** Takes the figures of the terms one by one, in the order in which the formula names them. */
function evaluate(node: Node, figures: Figure[]): Twofold | undefined {
  switch (node.type) {
    case 'term':
      return figures.shift();
    case 'number':
      return constant(node.text);
    case 'power': {
      const base = evaluate(node.base, figures);
      return base === undefined ? undefined : toPower(base, new Decimal(node.exponent));
    }
    case 'operation': {
      const left = evaluate(node.left, figures);
      const right = evaluate(node.right, figures);
      return left === undefined || right === undefined ? undefined : operations[node.operator](left, right);
    }
  }
}

const operations = { '+': plus, '-': minus, '*': times, '/': over } as const;

/** Key of the period that lies so many of its own length before; undefined for periods of no calendar length. */
function periodBack({ period, periodKey }: Figure, back: number): string | undefined {
  if (back === 0) return periodKey;
  const unit = calendarUnits.find((one) => one === period?.grain);
  if (period?.earliest == null || unit === undefined) return undefined;
  const earlier = findPeriod(shiftedUnit(period.earliest, unit, back));
  return earlier === undefined ? undefined : `${earlier.earliest ?? '..'}/${earlier.latest ?? '..'}`;
}
