import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../../shared/features/passages/finder/index.ts';

function dates(text: string, language?: string): (string | null)[] {
  return findMentions(text, { language }).flatMap((mention) => (mention.type === 'date' ? [mention.edtf] : []));
}

describe('a date in digits alone', () => {
  it('is read as the document proves, before and after the proof', () => {
    expect(dates('Signed on 12/31/2012, amended on 02/01/2014. Then again on 9/7/2023.', 'en')).toEqual(['2012-12-31', '2014-02-01', '2023-09-07']);
    expect(dates('Amended on 02/01/2014. Signed on 31/12/2012.', 'en')).toEqual(['2014-01-02', '2012-12-31']);
    expect(dates('08/01/2016\tA\n19/01/2016\tB', 'und')).toEqual(['2016-01-08', '2016-01-19']);
    expect(dates('时间：02/13/2024，以及03/04/2024。', 'zh')).toEqual(['2024-02-13', '2024-03-04']);
    expect(dates('Срок 03-25-2024 и 04-05-2024.', 'ru')).toEqual(['2024-03-25', '2024-04-05']);
  });

  it('is read as its language or region writes it where nothing else decides', () => {
    expect(dates('Подписан 02/01/2014 в Москве.', 'ru')).toEqual(['2014-01-02']);
    expect(dates('Unterschrieben am 02/01/2014.', 'de')).toEqual(['2014-01-02']);
    expect(dates('Signed on 02/01/2014.', 'en-US')).toEqual(['2014-02-01']);
    expect(dates('Signed on 02/01/2014.', 'en-GB')).toEqual(['2014-01-02']);
  });

  it('stays open between both days where nothing decides, or where dates of both kinds stand', () => {
    expect(dates('Signed on 02/01/2014.', 'en')).toEqual(['[2014-01-02,2014-02-01]']);
    expect(dates('签署于02/01/2014。', 'zh')).toEqual(['[2014-01-02,2014-02-01]']);
    expect(dates('On 31/12/2012 and 12/31/2013 and 02/01/2014.', 'en')).toEqual(['2012-12-31', '2013-12-31', '[2014-01-02,2014-02-01]']);
  });

  it('is one day where both are the same, where it can only be one, or where points part it', () => {
    expect(dates('On 05/05/2014, 25/01/2014 and 02.01.2014.', 'en')).toEqual(['2014-05-05', '2014-01-25', '2014-01-02']);
    expect(dates('On 2014/01/02 it was signed.', 'en')).toEqual(['2014-01-02']);
  });
});
