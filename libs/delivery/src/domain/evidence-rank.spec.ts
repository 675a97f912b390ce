import * as fc from 'fast-check';
import {
  EVIDENCE_BANDS,
  EVIDENCE_BAND_NAMES,
  EVIDENCE_RANKS,
  EVIDENCE_RANK_NAMES,
  bandOf,
  compareRanks,
  strongestOf,
} from './evidence-rank';

const ranks = fc.constantFrom(...EVIDENCE_RANKS);

describe('the rank of evidence', () => {
  it('is that of the strongest proof, whatever the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(ranks), (proofs) => {
        const strongest = strongestOf(proofs);
        expect(proofs.every((proof) => compareRanks(proof, strongest) <= 0)).toBe(true);
        expect(strongestOf([...proofs].reverse())).toBe(strongest);
      }),
    );
    expect(strongestOf([])).toBe('none');
    expect(strongestOf(['company_document', 'site_visit', 'payroll_or_cnss'])).toBe('site_visit');
  });

  it('never falls when a proof is added', () => {
    fc.assert(
      fc.property(fc.array(ranks), ranks, (proofs, proof) => {
        expect(compareRanks(strongestOf([...proofs, proof]), strongestOf(proofs))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('belongs to a band, and a stronger proof to no weaker band', () => {
    const bands = EVIDENCE_RANKS.map((rank) => EVIDENCE_BANDS.indexOf(bandOf(rank)));
    expect(bands).toEqual([0, 0, 1, 1, 2, 2, 2]);
  });

  it('has a name in three languages, and its band too', () => {
    const names = [...Object.values(EVIDENCE_RANK_NAMES), ...Object.values(EVIDENCE_BAND_NAMES)];
    for (const { ar, fr, en } of names) expect([ar, fr, en].every(Boolean)).toBe(true);
  });
});
