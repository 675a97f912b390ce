import { pathOfObstacle, requestOf } from './report-draft';
import { unfinishedOf } from './unfinished';

const EMPTY = {
  ...{ asOf: '2026-03-31', value: 40, stage: null, review: null, narrative: null },
  ...{ fallExplanation: null, breakdowns: [], obstacles: [], evidence: [] },
};
const obstacle = (text: string, commitmentId: string | null = null) => ({
  ...{ kind: 'state_duty' as const, text, commitmentId },
});

describe('what was typed and is not sent', () => {
  it('is a duty of the State without words, by the field that wants them', () => {
    const obstacles = [obstacle(''), obstacle(' ', 'duty'), obstacle('no permit', 'duty')];
    expect(unfinishedOf({ ...EMPTY, obstacles }, {})).toEqual([{ field: 'obstacle.1.text', what: 'words' }]);
    expect(unfinishedOf({ ...EMPTY, obstacles: [obstacle('no permit', 'duty')] }, {})).toEqual([]);
  });

  it('leaves what is refused of the others at the place in which it was sent', () => {
    const obstacles = [obstacle(''), obstacle('land'), obstacle(' '), obstacle('permit')];
    const sent = requestOf({ ...EMPTY, obstacles }).obstacles ?? [];
    expect(obstacles.map((_, at) => pathOfObstacle(obstacles, at))).toEqual([
      ...['obstacle.0', 'obstacles[0]', 'obstacle.2', 'obstacles[1]'],
    ]);
    expect(sent.map(({ text }) => text)).toEqual(['land', 'permit']);
  });

  it('is a figure that was not understood, of a row with a name and of one without', () => {
    const breakdowns = [
      { by: 'sex' as const, partial: false, parts: [] },
      { by: 'site' as const, partial: false, parts: [{ key: 'North', value: null }] },
      { by: 'region' as const, partial: false, parts: [{ key: '', value: null }] },
    ];
    const unread = {
      ...{
        value: 'many',
        'breakdown.sex.women': 'some',
        'breakdown.site.0': 'few',
        'breakdown.region.0': 'x',
      },
    };
    expect(unfinishedOf({ ...EMPTY, breakdowns }, unread)).toEqual(
      ['value', 'breakdown.sex.women.value', 'breakdown.site.North.value', 'breakdown.region.0.value'].map(
        (field) => ({ field, what: 'figure' }),
      ),
    );
  });
});
