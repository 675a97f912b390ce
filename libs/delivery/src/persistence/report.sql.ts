/** Who reports; of a record that was merged, the one that stays. A report never changes who it was asked of. */
export const REPORTER = 'coalesce(asked.merged_into, r.organisation_id)';

/** The organisation `o` that reports, of the row `r`. */
export const OBLIGOR_OF_REPORT = `LEFT JOIN organisation asked ON asked.id = r.organisation_id
  LEFT JOIN organisation o ON o.id = ${REPORTER}`;

/** What it is called. */
export const NAME_OF_ORGANISATION = `jsonb_build_object('ar', o.name_ar, 'fr', o.name_fr, 'en', o.name_en)`;
