// Arithmetic checks over the claims of the open workbook, computed when asked and kept until it changes.
import type { Check } from '../../../../shared/features/checks/model.ts';
import { checkRules } from '../../../../shared/features/checks/model.ts';
import { type CheckContext, ruleDescriptions, runChecks } from '../../../../shared/features/checks/run.ts';
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
      kept = { version: claims.version(), checks: runChecks(claims.all(), context).filter((check) => switched.get(check.rule) ?? true) };
    }
    return kept.checks;
  }

  return {
    list: ({ claim }) => ({ checks: all().filter((check) => claim === undefined || check.inputs.includes(claim)) }),
    rules() {
      const switched = rules.switched();
      return { rules: checkRules.map((rule) => ({ rule, does: ruleDescriptions[rule], isOn: switched.get(rule) ?? true })) };
    },
    setRule({ rule, isOn }, edit) {
      edit.name(`Switch ${rule.replaceAll('_', ' ')} ${isOn ? 'on' : 'off'}`);
      if (rules.switched().has(rule)) edit.update('check_rule', rule, { isOn: isOn ? 1 : 0 });
      else edit.insert('check_rule', { id: rule, isOn: isOn ? 1 : 0 });
      return { rule, isOn };
    },
  };
}
