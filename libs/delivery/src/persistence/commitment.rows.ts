import {
  Basis,
  CalendarDate,
  DatePrecision,
  Level,
  Qualifier,
  Quantity,
  Relation,
  Stability,
  daysBetween,
} from '@app/kernel';
import type { CommitmentView, DeadlineView, MilestoneView, PartyView } from '../domain/commitment-view';
import { type DeliveryFacts, deriveStatus, standingOf } from '../domain/derive-status';
import { type Reported, UNREPORTED } from '../domain/reported';
import type { Outcome } from '../domain/settlement';
import { DECISION } from './decision.sql';
import { REPORTED } from './reported.sql';

/** Columns of a figure, shared by commitments and milestones; all axes are there or none. */
export interface QuantityRow {
  readonly qualifier: Qualifier | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly relation: Relation | null;
  readonly stability: Stability | null;
  readonly basis: Basis | null;
  readonly level: Level | null;
  readonly quantity_stated: string | null;
}

export interface DeadlineRow {
  readonly deadline_stated: string | null;
  readonly deadline_precision: DatePrecision | null;
  readonly last_day: CalendarDate | null;
}

interface TitleRow {
  readonly title_ar: string | null;
  readonly title_fr: string | null;
  readonly title_en: string | null;
}

export interface CommitmentRow extends QuantityRow, DeadlineRow, TitleRow {
  readonly id: string;
  readonly agreement_id: string;
  readonly reference: string;
  readonly agreement_title_ar: string | null;
  readonly agreement_title_fr: string | null;
  readonly agreement_title_en: string | null;
  readonly legal_state: string;
  readonly revision: number;
  /** What was decided about it; null when nothing was. */
  readonly decision: Outcome | null;
  /** What reports make of it; null where nothing was reported. */
  readonly reported: Reported | null;
  readonly kind: string;
  readonly measure: string;
  readonly baseline_value: number | null;
  readonly baseline_unit: string | null;
  readonly baseline_note: string | null;
  readonly obligor_party_id: string | null;
  readonly deadline_absence: string | null;
  readonly place_scope: string;
  readonly region_codes: string[];
  readonly cities: string[];
  readonly zone_ids: string[];
  readonly place_note: string | null;
  readonly note: string | null;
}

/** Columns of a commitment row; `c` is the commitment and `a` its agreement. */
export const COMMITMENT_COLUMNS = `c.id, c.agreement_id, a.reference, a.title_ar AS agreement_title_ar,
  a.title_fr AS agreement_title_fr, a.title_en AS agreement_title_en, a.legal_state, a.revision, c.kind, c.title_ar, c.title_fr,
  c.title_en, c.measure, c.qualifier, c.value, c.unit, c.relation, c.stability, c.basis, c.level, c.quantity_stated,
  c.baseline_value, c.baseline_unit, c.baseline_note, c.obligor_party_id, c.deadline_stated, c.deadline_precision,
  c.last_day, c.deadline_absence, c.place_scope, c.region_codes, c.cities, c.zone_ids, c.place_note, c.note,
  ${DECISION} AS decision, ${REPORTED} AS reported`;

export interface PartyRow {
  readonly agreement_id: string;
  readonly id: string;
  readonly organisation_id: string | null;
  readonly role: string;
  readonly ar: string | null;
  readonly fr: string | null;
  readonly en: string | null;
}

/** The names of an organisation, or how the papers describe parties they do not name. */
export const PARTIES_OF_AGREEMENTS = `
  SELECT p.agreement_id, p.id, p.organisation_id, p.role,
         CASE WHEN o.id IS NULL THEN p.described_ar ELSE o.name_ar END AS ar,
         CASE WHEN o.id IS NULL THEN p.described_fr ELSE o.name_fr END AS fr,
         CASE WHEN o.id IS NULL THEN p.described_en ELSE o.name_en END AS en
    FROM party p LEFT JOIN organisation o ON o.id = p.organisation_id
   WHERE p.agreement_id = ANY ($1)
   ORDER BY p.agreement_id, p.rank, p.id`;

export interface MilestoneRow extends QuantityRow, DeadlineRow, TitleRow {
  readonly id: string;
  readonly commitment_id: string;
  readonly standing: string;
}

/** The agreement leads because the index does. */
export const MILESTONES_OF_COMMITMENTS = `
  SELECT m.id, m.commitment_id, m.standing, m.title_ar, m.title_fr, m.title_en, m.qualifier, m.value, m.unit,
         m.relation, m.stability, m.basis, m.level, m.quantity_stated, m.deadline_stated, m.deadline_precision, m.last_day
    FROM milestone m
   WHERE m.agreement_id = ANY ($1) AND m.commitment_id = ANY ($2)
   ORDER BY m.commitment_id, m.last_day, m.rank, m.id`;

/** What stands around the commitments of one page. */
export interface Surroundings {
  readonly parties: readonly PartyRow[];
  readonly milestones: readonly MilestoneRow[];
}

/** The commitments of one page as readers see them on a day. */
export function viewsOf(
  rows: readonly CommitmentRow[],
  { parties, milestones }: Surroundings,
  today: CalendarDate,
): CommitmentView[] {
  const partiesOf = groupBy(parties, (party) => party.agreement_id, partyOf);
  // What holds or settles a promise holds for its milestones.
  const facts = new Map(rows.map((row) => [row.id, factsOf(row)]));
  const milestonesOf = groupBy(
    milestones,
    (milestone) => milestone.commitment_id,
    (milestone) => milestoneOf(milestone, facts.get(milestone.commitment_id) ?? UNKNOWN, today),
  );
  return rows.map((row) =>
    viewOf(row, partiesOf.get(row.agreement_id) ?? [], milestonesOf.get(row.id) ?? [], today),
  );
}

type CommonFacts = Omit<DeliveryFacts, 'lastDay'>;

const UNKNOWN: CommonFacts = { standing: 'running', decision: null, reported: UNREPORTED };

function factsOf({ legal_state, decision, reported }: CommitmentRow): CommonFacts {
  return { standing: standingOf(legal_state), decision, reported: reported ?? UNREPORTED };
}

function viewOf(
  row: CommitmentRow,
  parties: PartyView[],
  milestones: MilestoneView[],
  today: CalendarDate,
): CommitmentView {
  return {
    id: row.id,
    agreement: {
      id: row.agreement_id,
      reference: row.reference,
      title: { ar: row.agreement_title_ar, fr: row.agreement_title_fr, en: row.agreement_title_en },
      legalState: row.legal_state,
    },
    parties,
    obligor: parties.find(({ id }) => id === row.obligor_party_id) ?? null,
    kind: row.kind,
    title: titleOf(row),
    measure: row.measure,
    quantity: quantityOf(row),
    baseline: baselineOf(row),
    deadline: deadlineOf(row),
    deadlineAbsence: row.deadline_absence,
    place: {
      scope: row.place_scope,
      regionCodes: row.region_codes,
      cities: row.cities,
      zoneIds: row.zone_ids,
      note: row.place_note,
    },
    milestones,
    status: deriveStatus({ lastDay: row.last_day, ...factsOf(row) }, today),
    decision: row.decision,
    daysLeft: row.last_day === null ? null : daysBetween(today, row.last_day),
    note: row.note,
  };
}

function milestoneOf(row: MilestoneRow, facts: CommonFacts, today: CalendarDate): MilestoneView {
  const deadline = deadlineOf(row);
  if (!deadline) throw new Error(`milestone without a deadline: ${row.id}`);
  return {
    id: row.id,
    standing: row.standing,
    title: titleOf(row),
    quantity: quantityOf(row),
    deadline,
    status: deriveStatus({ lastDay: row.last_day, ...facts, reported: ofMilestone(facts.reported) }, today),
  };
}

/** Nobody reports on a milestone: it is behind whoever met the promise, and else as if nothing was reported. */
function ofMilestone(reported: Reported): Reported {
  return reported.reached === null ? UNREPORTED : reported;
}

function partyOf({ id, organisation_id, role, ar, fr, en }: PartyRow): PartyView {
  return { id, organisationId: organisation_id, role, names: { ar, fr, en } };
}

function titleOf({ title_ar, title_fr, title_en }: TitleRow) {
  return { ar: title_ar, fr: title_fr, en: title_en };
}

function baselineOf({
  baseline_value,
  baseline_unit,
  baseline_note,
}: CommitmentRow): CommitmentView['baseline'] {
  if (baseline_value === null || baseline_unit === null) return null;
  return { value: baseline_value, unit: baseline_unit, note: baseline_note };
}

/** The figure with its axes; null for a promise without one. */
export function quantityOf(row: QuantityRow): Quantity | null {
  const { qualifier, value, unit, relation, stability, basis, level, quantity_stated: stated } = row;
  if (!qualifier || !unit || !relation || !stability || !basis || !level) return null;
  return { qualifier, value, unit, relation, stability, basis, level, stated };
}

function deadlineOf(row: DeadlineRow): DeadlineView | null {
  const { deadline_stated: stated, deadline_precision: precision, last_day: lastDay } = row;
  return stated === null || precision === null || lastDay === null ? null : { stated, precision, lastDay };
}

function groupBy<Row, View>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  viewOfRow: (row: Row) => View,
): Map<string, View[]> {
  const groups = new Map<string, View[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(viewOfRow(row));
    else groups.set(keyOf(row), [viewOfRow(row)]);
  }
  return groups;
}
