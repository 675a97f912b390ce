import type { Page } from 'playwright-core';
import { madePdf } from '../support/made-files';
import { type Hands, named } from './hands';
import type { PageLanguage } from '../support/browser';
import { saidIn } from './said';

/** The areas whose sentences the story reads. */
const LOGGING_AREAS = ['logging', 'ui', 'words', 'app'];

/** What a field for a text in the reader's own language is called, and how people there write a least figure. */
const OWN_NAMES = { ar: 'العربية', fr: 'Français', en: 'English' } as const;
const AT_LEAST = { ar: 'ما لا يقل عن', fr: 'au moins', en: 'at least' } as const;

/**
 * An officer logs a typical memorandum of understanding, from the first page to its submission: two parties and
 * signatories, a promise of 150 jobs by 2029, a source and the signed file. Every name in it is fictional.
 */
export async function logMemorandum(page: Page, hands: Hands, language: PageLanguage): Promise<void> {
  const say = saidIn(language, LOGGING_AREAS);
  const own = OWN_NAMES[language];
  const heading = (name: string) => page.getByRole('heading', { level: 1, name: say(name) }).waitFor();
  const onward = (section: string) =>
    hands.press('link', say('Continue: {{section}}', { section: say(section) }));
  /** Records in a dialog what a search did not find. */
  const record = async (field: string, typed: string, button: string, before = async () => undefined) => {
    await hands.choose(say(field), typed, say('Record “{{typed}}”', { typed }));
    await before();
    await hands.press('button', say(button));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  await hands.type(own, 'Fictional memorandum on a delivery centre in Rabat');
  await hands.press('button', say('Begin the draft'));

  await heading('The instrument');
  await hands.type(say('Date of signature'), '14/04/2026');
  await page.getByText(named(say('Understood as {{date}}.', { date: '' }).replace('.', ''))).waitFor();
  await hands.type(say('Place of signature'), 'Rabat');
  await onward('Parties');

  await hands.press('button', say('Add a party'));
  await record('Organisation', 'Fictional Ministry', 'Record the organisation', async () => {
    await hands.select(say('Kind'), say('Public body'));
    return undefined;
  });
  await hands.press('button', say('Add another party'));
  await record('Organisation', 'Fictional Consulting', 'Record the organisation');
  expect(
    await page
      .getByRole('combobox', { name: say('Role') })
      .last()
      .inputValue(),
  ).toBe('investor');
  await onward('Signatories');

  for (const [button, name, capacity] of [
    ['Add a signatory', 'Fictional Minister', 'Minister'],
    ['Add another signatory', 'Fictional Director', 'Managing director'],
  ] as const) {
    await hands.press('button', say(button));
    await record('Person', name, 'Record the person');
    await hands.type(say('Capacity'), capacity);
  }
  await onward('Commitments');

  await hands.press('button', say('Add a commitment'));
  await hands.select(say('Kind'), say('Jobs', {}, 'kind'));
  await hands.type(own, '150 jobs at the Rabat centre');
  await hands.type(say('Figure'), `${AT_LEAST[language]} 150`);
  await hands.select(say('Basis'), say('New'));
  await hands.type(say('Deadline'), '2029');
  await page
    .getByText(
      named(
        say('Understood as the year {{date}}; last day {{day}}.', { date: '\u0000' }).split('\u0000')[0] ??
          '',
      ),
    )
    .waitFor();
  await hands.select(say('Place'), say('One or several regions'));
  await hands.choose(say('Regions', {}, 'field'), 'kenitra', 'Rabat');
  await hands.select(say('Method of proof'), say('Payroll or CNSS statement', {}, 'proofMethod'));
  expect(await page.getByRole('combobox', { name: say('Qualifier') }).inputValue()).toBe('at_least');
  await hands.press('link', say('Continue'));
  await onward('Sources');

  await hands.press('button', say('Add a source'));
  await hands.choose(say('Source'), `https://news.example.org/${language}`, /https:/);
  await hands.type(say('Title'), 'A fictional memorandum is signed');
  await hands.press('button', say('Record the source'));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await hands.type(say('Place in the source'), 'second paragraph');
  await onward('Documents');

  // The dialog of the system that chooses a file is not the page's.
  const file = page.getByLabel(say('File'), { exact: true });
  await hands.reach(file);
  await file.setInputFiles({ name: 'memorandum.pdf', mimeType: 'application/pdf', buffer: madePdf() });
  hands.counts();
  await hands.press('button', say('Add this file'));
  await page.getByText('memorandum.pdf').first().waitFor();
  await onward('Note');
  await hands.press('link', say('Check your answers'));

  await page.getByText(named(say('Saved at {{when}}', { when: '' }))).waitFor();
  for (const told of [/150/, /2029/, 'memorandum.pdf']) await page.getByText(told).first().waitFor();
  const why = page.getByLabel(say('Why it stays open')).first();
  if ((await why.count()) > 0) await hands.typeInto(why, 'The position is being filled');
  await hands.press('button', say('Submit for verification'));
  await page.getByText(say('Submitted: the draft waits for its verification')).waitFor();
}
