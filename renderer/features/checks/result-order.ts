import { IconCheck, IconEqual, IconEqualNot, IconMathFunction } from '@tabler/icons-react';
import type { Check } from '../../../shared/features/checks/model.ts';

/** What asks for work first. */
export const resultOrder: readonly Check['result'][] = ['breaks', 'coincidence', 'holds', 'implied'];
export const resultIcons = { breaks: IconEqualNot, coincidence: IconEqual, holds: IconCheck, implied: IconMathFunction } as const;
