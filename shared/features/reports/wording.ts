// The few words that a report itself adds, in the language in which it is written.
import type { LockState, ReportLanguage } from './model.ts';

export interface ReportWords {
  readonly computedFrom: string;
  readonly own: string;
  readonly page: string;
  readonly via: string;
  readonly undated: string;
  readonly grade: string;
  readonly notes: string;
  readonly sources: string;
  readonly evidence: string;
  readonly rivals: string;
  readonly verdict: string;
  readonly kept: string;
  readonly unsettled: string;
  readonly figure: string;
  readonly quotes: readonly [string, string];
  readonly state: Readonly<Record<LockState, string>>;
  madeFrom(workbook: string, edit: string, at: string): string;
}

export const reportWords: Readonly<Record<ReportLanguage, ReportWords>> = {
  en: {
    computedFrom: 'computed from',
    own: 'own value',
    page: 'p.',
    via: 'via',
    undated: 'undated',
    grade: 'grade',
    notes: 'Notes',
    sources: 'Sources',
    evidence: 'Evidence',
    rivals: 'Rivals',
    verdict: 'Verdict',
    kept: 'Kept as printed',
    unsettled: 'Exported although not settled',
    figure: 'Figure',
    quotes: ['“', '”'],
    state: { gone: 'gone', deprecated: 'deprecated', differs: 'differs from its passage', undecided: 'undecided', stale: 'stale', sound: 'sound' },
    madeFrom: (workbook, edit, at) => `From ${workbook}, edit ${edit}, ${at}`,
  },
  ru: {
    computedFrom: 'рассчитано по',
    own: 'собственное значение',
    page: 'с.',
    via: 'через',
    undated: 'без даты',
    grade: 'оценка',
    notes: 'Примечания',
    sources: 'Источники',
    evidence: 'Подтверждения',
    rivals: 'Расходящиеся значения',
    verdict: 'Решение',
    kept: 'Оставлено как напечатано',
    unsettled: 'Выпущено, хотя не решено',
    figure: 'Рисунок',
    quotes: ['«', '»'],
    state: {
      gone: 'исчезло',
      deprecated: 'отклонено',
      differs: 'расходится с источником',
      undecided: 'не решено',
      stale: 'устарело',
      sound: 'верно',
    },
    madeFrom: (workbook, edit, at) => `Из ${workbook}, правка ${edit}, ${at}`,
  },
  zh: {
    computedFrom: '计算依据：',
    own: '自定数值',
    page: '第',
    via: '转引自',
    undated: '无日期',
    grade: '等级',
    notes: '注释',
    sources: '来源',
    evidence: '证据',
    rivals: '不同说法',
    verdict: '裁定',
    kept: '保留原值',
    unsettled: '未决而导出',
    figure: '图',
    quotes: ['“', '”'],
    state: { gone: '已消失', deprecated: '已弃用', differs: '与原文不符', undecided: '未定', stale: '已过时', sound: '有效' },
    madeFrom: (workbook, edit, at) => `出自 ${workbook}，修订 ${edit}，${at}`,
  },
};
