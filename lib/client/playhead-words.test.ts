import { describe, expect, it } from 'vitest';
import { gapText } from './instant-text.ts';
import { testStream } from './playhead-test-stream.ts';
import { eventSentence, lateWords, versionAt, versionText } from './playhead-words.ts';

const at = BigInt(Date.parse('2026-03-03T14:02:11.500Z')) * 1000n;

describe('the sentence of an event', () => {
  it('says place, type, actor, time and changes', () => {
    const history = testStream([{ at, type: 'OrderShipped', actor: 'alice', changes: 3 }]);
    expect(eventSentence(history, 1)).toBe(
      'Event 1 of 1. OrderShipped by alice. 3 March 2026, 14:02:11 UTC. 3 fields changed.',
    );
  });

  it('leaves out an unknown actor, and says a removal', () => {
    expect(eventSentence(testStream([{ at, type: 'Deleted', removed: true }]), 1)).toBe(
      'Event 1 of 1. Deleted. 3 March 2026, 14:02:11 UTC. Entity removed.',
    );
  });

  it('says that the clock went back on the recorded axis', () => {
    const back = [{ at }, { at: at - 1n, changes: 1 }];
    expect(eventSentence(testStream(back, 'recorded'), 2)).toContain('1 field changed. The clock went back.');
    expect(eventSentence(testStream(back, 'occurred'), 2)).not.toContain('clock');
  });

  it('says the place alone until the header has come', () => {
    const coming = { length: 4210, peek: () => null };
    expect(eventSentence({ ...coming, axis: 'recorded' }, 812)).toBe('Event 812 of 4,210.');
    expect(eventSentence({ ...coming, axis: 'occurred' }, 812)).toBe('Place 812 of 4,210.');
    expect(versionText({ ...coming, axis: 'occurred' }, 812)).toBe('…');
  });

  it('names the place before the first event, and emptiness', () => {
    expect(eventSentence(testStream([{ at }]), 0)).toBe('Before the first event, of 1.');
    expect(eventSentence(testStream([]), 0)).toBe('No events.');
  });
});

describe('the number of an event', () => {
  const history = testStream([
    { at, version: 2 },
    { at: at + 1n, version: 1206 },
    { at: at + 2n, version: 1 },
  ]);

  it('is its version wherever it stands, and 0 before the first', () => {
    expect([0, 1, 2, 3].map((ordinal) => versionAt(history, ordinal))).toEqual([0, 2, 1206, 1]);
    expect([0, 1, 2, 3].map((ordinal) => versionText(history, ordinal))).toEqual(['0', '2', '1,206', '1']);
  });

  it('is said with its place where that is another', () => {
    expect(eventSentence(history, 2)).toContain('Event 1,206, place 2 of 3.');
  });
});

describe('a late event', () => {
  it('is as late in its tag as the panel of the event says', () => {
    const occurredAt = at - 319_920_000_000n;
    const header = testStream([{ at, occurredAt }]).header(1);
    expect(header).toMatchObject({ occurredAt, recordedAt: at });
    expect(lateWords(header, 'recorded')).toBe('late: happened 3 d 17 h before');
    expect(lateWords(header, 'occurred')).toBe('late: recorded 3 d 17 h after');
    expect(gapText(occurredAt, at)).toBe('+3 d 17 h');
  });
});

describe('text', () => {
  it('spells an invisible character as every other place does', () => {
    const spoken = eventSentence(testStream([{ at, type: 'a\u202eb' }]), 1);
    expect(spoken).toContain('a⟨U+202E⟩b');
  });

  it('says the time on the clock of a zone, with its offset', () => {
    const history = testStream([{ at, type: 'OrderShipped' }]);
    expect(eventSentence(history, 1, 'Asia/Tokyo')).toContain('3 March 2026, 23:02:11 +09:00.');
  });
});
