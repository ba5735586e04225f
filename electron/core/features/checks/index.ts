// Arithmetic checks over the claims of the open workbook, computed when asked and kept until it changes.
import { AppError } from '../../../../shared/errors.ts';
import type { CheckContext } from '../../../../shared/features/checks/figure.ts';
import { type Formula, FormulaError, readFormula } from '../../../../shared/features/checks/formula/language.ts';
import type { Check } from '../../../../shared/features/checks/model.ts';
import { checkRules } from '../../../../shared/features/checks/model.ts';
import { runChecks } from '../../../../shared/features/checks/run.ts';
import type { Claim } from '../../../../shared/features/claims/model.ts';
import type { Handlers } from '../../dispatch.ts';
import type { CheckRuleRepository } from './repository.ts';

export interface ChecksOptions {
  /** What the checks read of claims; supplied by the claims feature. */
  readonly claims: { version(): number; all(): readonly Claim[] };
  readonly rules: CheckRuleRepository;
  readonly context: CheckContext;
}

export function createChecksHandlers({ claims, rules, context }: ChecksOptions): Handlers<'checks'> {
  let kept: { version: number; checks: readonly Check[] } | undefined;
  function all(): readonly Check[] {
    if (kept?.version !== claims.version()) {
      const switched = rules.switched();
      kept = {
        version: claims.version(),
        checks: runChecks(claims.all(), context, rules.formulas()).filter((check) => switched.get(check.rule) ?? true),
      };
    }
    return kept.checks;
  }

  return {
    list: ({ claim }) => ({ checks: all().filter((check) => claim === undefined || check.inputs.includes(claim)) }),
    rules() {
      const switched = rules.switched();
      return { rules: checkRules.map((rule) => ({ rule, isOn: switched.get(rule) ?? true })) };
    },
    formulas: () => ({ formulas: rules.formulas() }),
    saveFormula({ id, ...draft }, edit) {
      const before = id === undefined ? undefined : rules.formulas().find((rule) => rule.id === id);
      if (id !== undefined && before === undefined) throw new AppError('not-found', 'checks.unknownRule', { id });
      const { terms } = readTyped(draft.formula);
      const rule = { id: id ?? edit.newId(), ...draft };
      edit.name(before === undefined ? 'addRule' : 'changeRule', { name: draft.name });
      if (before === undefined) edit.insert('formula_rule', rule);
      else edit.update('formula_rule', rule.id, rule);
      const used = new Set(claims.all().map((claim) => claim.measure?.toLowerCase()));
      return { ...rule, unknownMeasures: [...new Set(terms.map((term) => term.measure))].filter((measure) => !used.has(measure)) };
    },
    removeFormula({ id }, edit) {
      const rule = rules.formulas().find((one) => one.id === id);
      if (rule === undefined) throw new AppError('not-found', 'checks.unknownRule', { id });
      edit.name('removeRule', { name: rule.name });
      edit.remove('formula_rule', id);
      return { removed: 1 };
    },
    setRule({ rule, isOn }, edit) {
      edit.name(isOn ? 'switchOn' : 'switchOff', { rule: { code: rule } });
      if (rules.switched().has(rule)) edit.update('check_rule', rule, { isOn });
      else edit.insert('check_rule', { id: rule, isOn });
      return { rule, isOn };
    },
  };
}

/** @throws AppError `invalid-input` saying what the formula lacks. */
function readTyped(formula: string): Formula {
  try {
    return readFormula(formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new AppError('invalid-input', 'checks.badFormula', { field: 'formula', cause: error.words });
  }
}
