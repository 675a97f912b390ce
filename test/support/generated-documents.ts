const text = (prefix: string) =>
  `jsonb_build_object('ar', ${prefix}_ar, 'fr', ${prefix}_fr, 'en', ${prefix}_en)`;

const QUANTITY = (row: string) => `
  CASE WHEN ${row}.unit IS NOT NULL THEN jsonb_build_object('qualifier', ${row}.qualifier, 'value', ${row}.value,
    'unit', ${row}.unit, 'relation', ${row}.relation, 'stability', ${row}.stability, 'basis', ${row}.basis,
    'level', ${row}.level, 'stated', ${row}.quantity_stated) END`;

/** The document behind each generated agreement: the same facts as its rows. */
export const DOCUMENTS = `
  INSERT INTO agreement_version (agreement_id, number, state, document, document_sha256, recorded_by, recorded_at, kind,
    recorded_on)
  SELECT id, 1, 'current', document, encode(sha256(convert_to(document::text, 'UTF8')), 'hex'), 'system:first-content',
         recorded_at, 'first', recorded_on
    FROM (
      SELECT a.id, a.recorded_at, a.recorded_on, jsonb_build_object(
        'publishedReference', a.published_reference, 'title', ${text('a.title')}, 'titleStatus', a.title_status,
        'summary', NULL, 'instrumentType', a.instrument_type, 'legalState', a.legal_state, 'legalStateSince', NULL,
        'signing', jsonb_build_object('date', jsonb_build_object('stated', a.signed_stated), 'dateAbsence', NULL,
          'place', NULL, 'eventId', NULL, 'sharesEventAmount', false),
        'sectorCodes', to_jsonb(a.sector_codes), 'sectorStated', NULL, 'amount', NULL,
        'parties', party.documents, 'partiesAbsence', NULL,
        'signatories', '[]'::jsonb, 'signatoriesAbsence', a.signatories_absence,
        'commitments', commitment.documents, 'citations', citation.documents,
        'sourcing', a.sourcing, 'note', NULL) AS document
        FROM agreement a
        JOIN (SELECT agreement_id, jsonb_agg(jsonb_build_object('id', id, 'role', role, 'organisationId', organisation_id,
                'described', CASE WHEN organisation_id IS NULL THEN ${text('described')} END,
                'certainty', certainty, 'note', note) ORDER BY rank) AS documents
                FROM party GROUP BY agreement_id) AS party ON party.agreement_id = a.id
        JOIN (SELECT c.agreement_id, jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'title', ${text('c.title')},
                'measure', c.measure, 'quantity', ${QUANTITY('c')},
                'baseline', CASE WHEN c.baseline_unit IS NOT NULL THEN jsonb_build_object('value', c.baseline_value,
                  'unit', c.baseline_unit, 'note', c.baseline_note) END,
                'obligorPartyId', c.obligor_party_id, 'partOfId', NULL, 'proofMethod', NULL,
                'deadline', CASE WHEN c.deadline_stated IS NOT NULL
                  THEN jsonb_build_object('stated', c.deadline_stated) END,
                'deadlineAbsence', c.deadline_absence,
                'place', jsonb_build_object('scope', c.place_scope, 'regionCodes', to_jsonb(c.region_codes),
                  'cities', to_jsonb(c.cities), 'zoneIds', to_jsonb(c.zone_ids), 'note', c.place_note),
                'milestones', CASE WHEN m.id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object(
                  'id', m.id, 'standing', m.standing, 'title', ${text('m.title')}, 'quantity', ${QUANTITY('m')},
                  'deadline', jsonb_build_object('stated', m.deadline_stated))) END,
                'note', c.note) ORDER BY c.rank) AS documents
                FROM commitment c LEFT JOIN milestone m ON m.commitment_id = c.id
               GROUP BY c.agreement_id) AS commitment ON commitment.agreement_id = a.id
        JOIN (SELECT agreement_id, jsonb_agg(jsonb_build_object('id', id, 'sourceId', source_id, 'subject', subject,
                'subjectId', subject_id, 'field', field, 'stated', stated, 'adopted', adopted, 'note', note)
                ORDER BY rank) AS documents
                FROM citation GROUP BY agreement_id) AS citation ON citation.agreement_id = a.id
    ) AS documents
   ORDER BY id`;
