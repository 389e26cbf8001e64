import { groupRows } from "#lib/exam/group-rows";
import type { AnswerCount } from "./distribution.ts";

/** If all guest answers that are read came within this many minutes, something other than practice is going on. */
export const burstMinutes = 10;

/** Identical first answers. */
export interface FirstAnswers extends AnswerCount {
  readonly revisionId: string;
  readonly byMember: boolean;
  /** The address at which these guests began; null if it is unknown. */
  readonly visitor: string | null;
  readonly oldestAt: Date;
  readonly newestAt: Date;
}

export interface Weighed {
  /** `people` may be a fraction: guests at one address count as one person together. */
  readonly counts: readonly (AnswerCount & { readonly revisionId: string })[];
  /** How many answers of guests were left out as a burst. */
  readonly leftOut: number;
}

/**
 * How much first answers count. An account is one voice. All guests at one address are one voice together, and so are
 * all whose address is unknown. If there are as many guest answers as are read (`mostOfGuests`) and all came within
 * `burstMinutes`, none of them counts.
 */
export function weigh(answers: readonly FirstAnswers[], mostOfGuests: number): Weighed {
  const guests = answers.filter((group) => !group.byMember);
  const members = answers.filter((group) => group.byMember);
  const given = sumOf(guests);
  if (given >= mostOfGuests && isBurst(guests)) return { counts: members, leftOut: given };
  const voices = groupRows(guests, ({ visitor }) => visitor);
  const weighed = [...voices.values()].flatMap((voice) => {
    const people = sumOf(voice);
    return voice.map((group) => ({ ...group, people: group.people / people }));
  });
  return { counts: [...members, ...weighed], leftOut: 0 };
}

function sumOf(groups: readonly FirstAnswers[]): number {
  return groups.reduce((sum, { people }) => sum + people, 0);
}

function isBurst(groups: readonly FirstAnswers[]): boolean {
  const oldest = Math.min(...groups.map((group) => group.oldestAt.getTime()));
  const newest = Math.max(...groups.map((group) => group.newestAt.getTime()));
  return newest - oldest < burstMinutes * 60_000;
}
