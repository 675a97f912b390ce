import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { Likely } from '../domain/likeness';
import type { OrganisationKind } from '../domain/organisation';

/** The most alike are named, no more. */
const MOST_LIKELY = 10;

export interface LikelyOrganisation extends Likely {
  readonly names: LocalizedText;
  readonly kind: OrganisationKind;
  readonly country: string | null;
  readonly ice: string | null;
}

export interface LikelyPerson extends Likely {
  /** The name that is shown. */
  readonly name: string;
  /** Every other name or spelling. */
  readonly variants: string[];
}

/**
 * What is compared, folded, and as a part of another name. Where the server's locale knows Latin letters only, names in
 * Arabic have no trigrams: they are found as they stand, or inside a longer one.
 */
const WANTED = `wanted AS MATERIALIZED (
  SELECT folded, '%' || regexp_replace(folded, '([\\\\%_])', '\\\\\\1', 'g') || '%' AS part
    FROM (SELECT fold_text(name) AS folded FROM unnest($1::text[]) AS w (name)) AS f WHERE length(folded) > 2)`;

/** How much the folded name `name` is like the wanted one `w`, from 0 to 1. */
const alike = (name: string) => `CASE WHEN ${name} = w.folded THEN 1
  ELSE greatest(similarity(${name}, w.folded), CASE WHEN ${name} LIKE w.part
    THEN length(w.folded)::real / length(${name}) ELSE 0 END) END`;

/** Every name and spelling of the organisation `o` and of the records merged into it, as `n`. */
const NAMES_OF_ORGANISATION = `
  SELECT unnest(ARRAY[r.name_ar, r.name_fr, r.name_en]) AS value
    FROM organisation r WHERE r.id = o.id OR r.merged_into = o.id
  UNION ALL SELECT v.name FROM organisation r JOIN organisation_variant v ON v.organisation_id = r.id
    WHERE r.id = o.id OR r.merged_into = o.id`;

/** Finds records by names that are the same or nearly so; letters are compared without case, accents and vowel signs. */
@Injectable()
export class LikelyRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Organisations with the identifier, or with a name or spelling like one of these. */
  organisations(names: readonly string[], ice: string | null): Promise<LikelyOrganisation[]> {
    return this.transactions.reader.query<LikelyOrganisation[]>(
      `WITH ${WANTED},
            candidate AS (
              SELECT o.id FROM wanted w JOIN organisation o ON w.folded <<% o.search OR o.search LIKE w.part
              UNION SELECT o.id FROM organisation o WHERE o.ice = $2)
       SELECT o.id, jsonb_build_object('ar', o.name_ar, 'fr', o.name_fr, 'en', o.name_en) AS names,
              o.kind, o.country, o.ice, coalesce(best.value, o.name_fr, o.name_en, o.name_ar) AS matched,
              CASE WHEN o.ice = $2 THEN 100 ELSE coalesce(round((best.alike * 100)::numeric)::integer, 0) END AS likeness,
              CASE WHEN o.ice = $2 THEN 'same_ice' WHEN best.same THEN 'same_name' ELSE 'similar_name' END AS reason
         FROM candidate JOIN organisation o ON o.id = candidate.id AND o.merged_into IS NULL
         LEFT JOIN LATERAL (
           SELECT n.value, fold_text(n.value) = w.folded AS same, ${alike('fold_text(n.value)')} AS alike
             FROM (${NAMES_OF_ORGANISATION}) AS n CROSS JOIN wanted w WHERE n.value IS NOT NULL
            ORDER BY same DESC, alike DESC, n.value LIMIT 1) AS best ON true
        ORDER BY likeness DESC, o.id LIMIT ${MOST_LIKELY}`,
      [names, ice],
    );
  }

  /** Persons with a name or spelling like one of these; two people of one name are two. */
  persons(names: readonly string[]): Promise<LikelyPerson[]> {
    return this.transactions.reader.query<LikelyPerson[]>(
      `WITH ${WANTED},
            best AS (
              SELECT DISTINCT ON (p.stays) p.stays AS person_id, v.value, fold_text(v.value) = w.folded AS same,
                     ${alike('fold_text(v.value)')} AS alike
                FROM wanted w JOIN personal_value v
                  ON v.kind = 'name' AND (fold_text(v.value) % w.folded OR w.folded <% fold_text(v.value)
                    OR fold_text(v.value) LIKE w.part)
                JOIN (SELECT id, coalesce(merged_into, id) AS stays FROM person) AS p ON p.id = v.person_id
               ORDER BY p.stays, same DESC, alike DESC, v.id)
       SELECT best.person_id AS id, best.value AS matched, round((best.alike * 100)::numeric)::integer AS likeness,
              CASE WHEN best.same THEN 'same_name' ELSE 'similar_name' END AS reason,
              (SELECT n.value FROM personal_value n
                WHERE n.person_id = best.person_id AND n.kind = 'name' AND n.preferred) AS name,
              ARRAY(SELECT n.value FROM person r JOIN personal_value n ON n.person_id = r.id
                     WHERE (r.id = best.person_id OR r.merged_into = best.person_id) AND n.kind = 'name'
                       AND (r.id <> best.person_id OR NOT n.preferred) ORDER BY r.id <> best.person_id, n.id) AS variants
         FROM best ORDER BY best.same DESC, best.alike DESC, best.person_id LIMIT ${MOST_LIKELY}`,
      [names],
    );
  }
}
