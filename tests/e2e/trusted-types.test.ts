// The page takes no string for script, and marks in strings only where they neither run nor load anything.
import { expect, test } from './served-workbook.ts';

test('strings become neither script nor active marks, whoever hands them over', async ({ page, served, noise }) => {
  await page.goto(served.url);
  await expect(page.getByRole('contentinfo')).toContainText('120');
  const tried = await page.evaluate(() => {
    const attempt = (work: () => unknown): string => {
      try {
        work();
        return 'taken';
      } catch (error) {
        return error instanceof Error ? error.name : String(error);
      }
    };
    const element = document.createElement('div');
    const put = (marks: string) => attempt(() => (element.innerHTML = marks));
    return {
      plain: put('<div class="ag-row" role="row"><b>5 &lt; 7</b></div>'),
      handler: put('<img src=x onerror=alert(1)>'),
      frame: put('<iframe srcdoc="x"></iframe>'),
      script: put('<script>1</script>'),
      address: put('<a href="javascript:1">x</a>'),
      text: attempt(() => (document.createElement('script').text = '1')),
      worker: attempt(() => new Worker('data:text/javascript,1')),
    };
  });
  expect(tried).toEqual({
    plain: 'taken',
    handler: 'TypeError',
    frame: 'TypeError',
    script: 'TypeError',
    address: 'TypeError',
    text: 'TypeError',
    worker: 'TypeError',
  });
  // The browser tells of each that it kept out.
  noise.length = 0;
});
