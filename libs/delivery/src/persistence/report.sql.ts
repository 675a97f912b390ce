/** The organisation that reports, of the row `r`. */
export const OBLIGOR_OF_REPORT = 'LEFT JOIN organisation o ON o.id = r.organisation_id';

/** What it is called. */
export const NAME_OF_ORGANISATION = `jsonb_build_object('ar', o.name_ar, 'fr', o.name_fr, 'en', o.name_en)`;
