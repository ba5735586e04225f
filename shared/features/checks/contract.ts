import { z } from 'zod';
import { idSchema } from '../../ids.ts';
import { command, nothing, query } from '../../rpc.ts';
import { checkRules, checkSchema } from './model.ts';

export const checksContract = {
  list: query('Run the arithmetic checks', z.strictObject({ claim: idSchema.optional() }), z.strictObject({ checks: z.array(checkSchema) })),
  rules: query(
    'List the rules with what they compare',
    nothing,
    z.strictObject({ rules: z.array(z.strictObject({ rule: z.enum(checkRules), does: z.string(), isOn: z.boolean() })) }),
  ),
  setRule: command(
    'Switch a rule on or off',
    z.strictObject({ rule: z.enum(checkRules), isOn: z.boolean() }),
    z.strictObject({ rule: z.enum(checkRules), isOn: z.boolean() }),
  ),
};
