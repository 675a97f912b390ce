import { LANGUAGES } from '@app/kernel';
import { registerSentences } from '@app/platform';
import { ROLES } from '../../domain/roles';
import { LINK_PURPOSES } from '../../domain/single-use-link';
import ar from '../../i18n/ar.json';
import en from '../../i18n/en.json';
import fr from '../../i18n/fr.json';
import { type LinkLetterFacts, composeLinkLetter } from './compose-link-letter';

registerSentences({ ar, fr, en });

const FACTS: LinkLetterFacts = {
  purpose: 'invitation',
  language: 'en',
  country: 'ma',
  publicUrl: 'https://mithaq.test',
  link: 'https://mithaq.test/invitation#the-token',
  roles: ['officer', 'auditor'],
  organisation: null,
  isTraining: false,
};

describe('a letter with a link that works once', () => {
  it.each(LINK_PURPOSES.flatMap((purpose) => LANGUAGES.map((language) => [purpose, language] as const)))(
    'of %s in %s says where the link leads, in its direction, with nothing left open',
    (purpose, language) => {
      const { subject, text, html } = composeLinkLetter({ ...FACTS, purpose, language });
      expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(text).toContain('mithaq.test');
      expect(text.split('\n')).toContain(FACTS.link);
      expect(html).toContain(`<a href="${FACTS.link}"`);
      expect(`${subject}${text}${html}`).not.toMatch(/[{}]\w|undefined/);
      expect(html).not.toMatch(/<script|<img|src=/);
    },
  );

  it('names the roles of staff and the organisation of an investor', () => {
    expect(composeLinkLetter(FACTS).text).toContain('as: officer following up agreements and auditor.');
    const investor = composeLinkLetter({
      ...FACTS,
      roles: ['investor_editor'],
      organisation: { ar: null, fr: 'Société <b>fictive</b>', en: null },
    });
    expect(investor.text).toContain('prepare the reports of Société <b>fictive</b>.');
    expect(investor.html).toContain('<bdi>Société &lt;b&gt;fictive&lt;/b&gt;</bdi>');
  });

  it.each(ROLES)('has words for the role %s', (role) => {
    for (const language of LANGUAGES) {
      const organisation = { ar: 'شركة', fr: 'Société', en: 'Company' };
      expect(() => composeLinkLetter({ ...FACTS, language, roles: [role], organisation })).not.toThrow();
      expect(() => composeLinkLetter({ ...FACTS, language, roles: [role] })).not.toThrow();
    }
  });

  it('says so under a training clock', () => {
    const { subject, text } = composeLinkLetter({ ...FACTS, isTraining: true });
    expect(subject).toBe('[Training clock] Invitation to Mithaq, the register of investment agreements');
    expect(text).toContain('*** This message was made under a training clock');
  });
});
