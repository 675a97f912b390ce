/** What a case breaks: an agreement of a generated register, its first promise (of jobs) and its second. */
export interface BrokenAgreement {
  readonly agreement: string;
  readonly commitment: string;
  readonly part: string;
}

export interface ImpossibleCase {
  /** The query that must find it. */
  readonly query: string;
  /** How the owner of the tables, with constraints and triggers out of the way, makes it so. */
  sql(ids: BrokenAgreement): readonly string[];
}

const state = (value: string) => (id: string) =>
  `UPDATE agreement SET legal_state = '${value}', version_number = version_number WHERE id = '${id}'`;
const inForce = state('in_force');
const document = (id: string, value: string) =>
  `UPDATE agreement_version SET document = jsonb_set(document, '{legalState}', '"${value}"') WHERE agreement_id = '${id}'`;

const step = (id: string, action: string, from: string, to: string, on = '2026-01-01') => `
  INSERT INTO legal_step (id, agreement_id, number, action, from_state, to_state, on_stated, on_first_day, on_last_day,
    reason, taken_by, recorded_on, taken_at)
  VALUES (gen_random_uuid(), '${id}', 1, '${action}', '${from}', '${to}', '${on}', '${on}', '${on}', 'a test',
    'system:test', '2026-01-01', '2026-01-01')`;

const version = (id: string, kind: string, extra: string) => `
  INSERT INTO agreement_version (agreement_id, number, state, document, document_sha256, recorded_by, recorded_at, kind,
    amendment, effective_on, recorded_on, drafted_by, submitted_by, verified_by, approved_by)
  SELECT agreement_id, 2, 'superseded', document, ${extra}, 'account:a', recorded_at, '${kind}',
         ${kind === 'amendment' ? `'{"number": "1"}'::jsonb` : 'NULL'}, `;

const amended = (id: string, digest: string, effective: string) => [
  `${version(id, 'amendment', digest)} ${effective}, '2026-01-01', '{account:a}', 'account:a', 'account:b', 'account:c'
     FROM agreement_version WHERE agreement_id = '${id}'`,
];

const draft = (id: string, base: string) => `
  INSERT INTO agreement_draft (id, agreement_id, number, kind, state, base_number, document, drafted_by, opened_by,
    opened_at, saved_at, entered_state_at)
  VALUES (gen_random_uuid(), '${id}', 2, 'clerical', 'draft', ${base}, '{}', '{account:a}', 'account:a', '2026-01-01',
    '2026-01-01', '2026-01-01')`;

const figure = (id: string, value: number) =>
  `UPDATE commitment SET measure = 'quantity', qualifier = 'exactly', value = ${value}, unit = 'jobs', relation = 'direct',
     stability = 'stable', basis = 'new', level = 'firm' WHERE id = '${id}'`;

const milestone = (ids: BrokenAgreement, value: number, on: string) => `
  INSERT INTO milestone (id, agreement_id, commitment_id, rank, standing, title_fr, qualifier, value, unit, relation,
    stability, basis, level, deadline_stated, deadline_precision, last_day, recorded_on)
  VALUES (gen_random_uuid(), '${ids.agreement}', '${ids.commitment}', 9, 'published', 'Étape', 'exactly', ${value}, 'jobs',
    'direct', 'stable', 'new', 'firm', '${on}', 'day', '${on}', '2026-01-01')`;

const deadline = (id: string, stated: string, day = stated) =>
  `UPDATE commitment SET deadline_stated = '${stated}', deadline_precision = 'day', last_day = '${day}',
     deadline_absence = NULL WHERE id = '${id}'`;

const move = (ids: BrokenAgreement, number: number, from: string, to: string) => `
  INSERT INTO deadline_move (id, agreement_id, subject_type, subject_id, number, old_stated, old_last_day, new_stated,
    new_last_day, version_number, recorded_by, recorded_on, act, effective_on)
  VALUES (gen_random_uuid(), '${ids.agreement}', 'commitment', '${ids.commitment}', ${number}, '${from}', '${from}',
    '${to}', '${to}', 1, 'system:test', '2026-01-01', 'amendment', '2026-01-01')`;

const suspension = (id: string) => `
  INSERT INTO suspension (id, agreement_id, ground, from_day, begun_by_step)
  VALUES (gen_random_uuid(), '${id}', 'a test', '2026-01-01', 1)`;

const one = (query: string, sql: ImpossibleCase['sql']): ImpossibleCase => ({ query, sql });

/** For each query of the nightly search, a register that it must not leave unsaid. */
export const IMPOSSIBLE_CASES: readonly ImpossibleCase[] = [
  one('signed_without_signatory', ({ agreement }) => [
    `UPDATE agreement SET signatories_absence = NULL, legal_state = 'signed' WHERE id = '${agreement}'`,
  ]),
  one('signed_without_party', ({ agreement }) => [
    `DELETE FROM party WHERE agreement_id = '${agreement}'`,
    inForce(agreement),
  ]),
  one('signed_without_date', ({ agreement }) => [
    `UPDATE agreement SET legal_state = 'expired', signed_stated = NULL, signed_precision = NULL,
       signed_first_day = NULL, signed_last_day = NULL WHERE id = '${agreement}'`,
  ]),
  one('signed_in_the_future', ({ agreement }) => [
    `UPDATE agreement SET legal_state = 'signed', signed_stated = '2030-01-01', signed_first_day = '2030-01-01',
       signed_last_day = '2030-01-01' WHERE id = '${agreement}'`,
  ]),
  one('signed_outside_its_event', ({ agreement }) => [
    `INSERT INTO signing_event (id, name_fr, dates_stated, dates_precision, first_day, last_day)
     VALUES ('${agreement}', 'Forum', '2020-01-01', 'day', '2020-01-01', '2020-01-01')`,
    `UPDATE agreement SET event_id = '${agreement}' WHERE id = '${agreement}'`,
  ]),
  one('legal_state_is_not_of_its_last_step', ({ agreement }) => [
    step(agreement, 'put_in_force', 'signed', 'in_force'),
    state('terminated')(agreement),
  ]),
  one('legal_state_is_not_of_its_document', ({ agreement }) => [
    inForce(agreement),
    document(agreement, 'announced'),
  ]),
  one('suspended_without_suspension', ({ agreement }) => [state('suspended')(agreement)]),
  one('suspension_of_what_runs', ({ agreement }) => [inForce(agreement), suspension(agreement)]),
  one('superseded_by_nothing', ({ agreement }) => [state('superseded')(agreement)]),
  one('in_force_with_open_conditions', ({ agreement }) => [
    `UPDATE agreement SET legal_state = 'in_force', instrument_type = 'investment_convention' WHERE id = '${agreement}'`,
    `INSERT INTO condition_precedent (id, agreement_id, number, text_fr, recorded_by, recorded_on)
     VALUES (gen_random_uuid(), '${agreement}', 1, 'Autorisation', 'system:test', '2026-01-01')`,
  ]),
  one('commitment_past_the_end', ({ agreement, commitment }) => [
    state('expired')(agreement),
    step(agreement, 'expire', 'in_force', 'expired'),
    deadline(commitment, '2030-12-31'),
  ]),
  one('proof_of_a_step_withdrawn', ({ agreement }) => [
    `INSERT INTO agreement_file (id, agreement_id, sha256, role, file_name, recorded_by, recorded_on, recorded_at,
       withdrawn_by, withdrawn_on, withdrawn_at, withdrawal_reason)
     VALUES ('${agreement}', '${agreement}', repeat('0', 64), 'signed_text', 'a.pdf', 'system:test', '2026-01-01',
       '2026-01-01', 'system:test', '2026-01-02', '2026-01-02', 'a test')`,
    step(agreement, 'put_in_force', 'signed', 'in_force'),
    `UPDATE legal_step SET file_id = '${agreement}', file_sha256 = repeat('0', 64) WHERE agreement_id = '${agreement}'`,
  ]),
  one('current_version_without_projection', ({ agreement }) => [
    `DELETE FROM citation WHERE agreement_id = '${agreement}'`,
  ]),
  one('commitment_not_in_document', ({ agreement }) => [
    `UPDATE agreement_version SET document = jsonb_set(document, '{commitments}', '[]') WHERE agreement_id = '${agreement}'`,
  ]),
  one('merged_record_named', ({ agreement }) => [
    `INSERT INTO organisation (id, name_en, kind, search_source, merged_into)
     SELECT '${agreement}', 'Went', 'company', 'Went', id FROM organisation LIMIT 1`,
    `UPDATE party SET organisation_id = '${agreement}' WHERE agreement_id = '${agreement}'`,
  ]),
  one('record_not_of_document', ({ agreement }) => [
    `UPDATE agreement SET instrument_type = 'programme_contract' WHERE id = '${agreement}'`,
  ]),
  one('version_number_is_not_current', ({ agreement }) => [
    `UPDATE agreement SET version_number = 7 WHERE id = '${agreement}'`,
  ]),
  one('several_current_versions', ({ agreement }) => [
    'DROP INDEX agreement_version_one_current',
    `${version(agreement, 'clerical', `document_sha256`)} NULL, '2026-01-01', '{account:a}', NULL, NULL, NULL
       FROM agreement_version WHERE agreement_id = '${agreement}'`,
    `UPDATE agreement_version SET state = 'current' WHERE agreement_id = '${agreement}'`,
  ]),
  one('version_missing', ({ agreement }) => [
    `${version(agreement, 'clerical', `document_sha256`).replace('agreement_id, 2,', 'agreement_id, 3,')} NULL, '2026-01-01',
       '{account:a}', NULL, NULL, NULL FROM agreement_version WHERE agreement_id = '${agreement}'`,
  ]),
  one('draft_on_older_version', ({ agreement }) => [
    draft(agreement, '1'),
    `UPDATE agreement SET version_number = 2 WHERE id = '${agreement}'`,
  ]),
  one('verified_by_its_drafter', ({ agreement }) => [
    `UPDATE agreement_version SET drafted_by = '{account:a}', verified_by = 'account:a' WHERE agreement_id = '${agreement}'`,
  ]),
  one('amendment_changes_nothing', ({ agreement }) => amended(agreement, 'document_sha256', `'2026-01-01'`)),
  one('amendment_before_it_holds', ({ agreement }) => [
    ...amended(agreement, `repeat('1', 64)`, `'2031-01-01'`),
  ]),
  one('published_without_version', ({ agreement }) => [
    `UPDATE agreement SET published = true, version_number = NULL WHERE id = '${agreement}'`,
  ]),
  one('deadline_before_signature', ({ commitment }) => [deadline(commitment, '2001-01-01')]),
  one('deadline_not_as_stated', ({ commitment }) => [deadline(commitment, '2030-01-01', '2031-01-01')]),
  one('moves_do_not_join', (ids) => [
    deadline(ids.commitment, '2032-01-01'),
    move(ids, 1, '2029-01-01', '2030-01-01'),
    move(ids, 2, '2031-01-01', '2032-01-01'),
  ]),
  one('deadline_is_not_where_it_moved', (ids) => [
    deadline(ids.commitment, '2032-01-01'),
    move(ids, 1, '2029-01-01', '2030-01-01'),
  ]),
  one('milestone_after_its_commitment', (ids) => [
    deadline(ids.commitment, '2030-01-01'),
    milestone(ids, 1, '2031-01-01'),
  ]),
  one('milestone_above_its_commitment', (ids) => [
    figure(ids.commitment, 100),
    milestone(ids, 101, '2015-01-01'),
  ]),
  one('parts_above_their_whole', ({ commitment, part }) => [
    figure(commitment, 100),
    figure(part, 101),
    `UPDATE commitment SET part_of_id = '${commitment}' WHERE id = '${part}'`,
  ]),
  one('parts_in_a_circle', ({ commitment, part }) => [
    `UPDATE commitment SET part_of_id = '${commitment}' WHERE id = '${part}'`,
    `UPDATE commitment SET part_of_id = '${part}' WHERE id = '${commitment}'`,
  ]),
  one('quantity_without_figure', ({ agreement, commitment }) => [
    `UPDATE commitment SET measure = 'quantity', qualifier = NULL, value = NULL, unit = NULL, relation = NULL,
       stability = NULL, basis = NULL, level = NULL, quantity_stated = NULL WHERE id = '${commitment}'`,
    `UPDATE agreement_version SET document = jsonb_set(document, '{commitments,0,quantity}', 'null')
      WHERE agreement_id = '${agreement}'`,
  ]),
  one('citation_of_nothing', ({ agreement }) => [
    `UPDATE citation SET subject = 'commitment', subject_id = gen_random_uuid() WHERE agreement_id = '${agreement}'`,
  ]),
  one('promise_link_to_nothing', ({ agreement, commitment }) => [
    `INSERT INTO promise_link (id, from_agreement_id, from_commitment_id, to_agreement_id, to_commitment_id, kind, reason,
       recorded_by, recorded_on)
     SELECT gen_random_uuid(), '${agreement}', gen_random_uuid(), agreement_id, id, 'same_promise', 'a test',
            'system:test', '2026-01-01' FROM commitment WHERE agreement_id <> '${agreement}' LIMIT 1`,
    `SELECT '${commitment}'`,
  ]),
  one('link_to_what_is_only_drafted', ({ agreement }) => [
    `INSERT INTO agreement_link (id, from_agreement_id, to_agreement_id, kind)
     SELECT gen_random_uuid(), '${agreement}', id, 'same_project' FROM agreement WHERE id <> '${agreement}' LIMIT 1`,
    `UPDATE agreement SET published = false, version_number = NULL WHERE id = '${agreement}'`,
  ]),
];
