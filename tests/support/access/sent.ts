import type { AccessName } from "./access-name.ts";
import type { Fields } from "./call-action.ts";
import type { World } from "./world.ts";

export type ActionName = Exclude<AccessName, `page ${string}` | `${"GET" | "PUT"} ${string}`>;

/** What is sent, and what must have changed afterwards if, and only if, it was allowed. */
export interface Sent {
  readonly fields?: Fields;
  readonly look: () => Promise<unknown>;
  /** What the same browser does first. */
  readonly first?: () => Promise<unknown>;
}

/** Whose account it concerns: the sender's. */
export const own = ({ actor }: World) => ({ id: actor.userId ?? "nobody" });
export const lookAtSelf = (world: World) => () => world.db.read.user.findUnique({ where: own(world) });
export const attempt = (world: World, id: string) => () =>
  world.db.read.attempt.findUnique({ where: { id }, include: { items: true } });
export const lookAt = (world: World, id: string) => () => world.db.read.comment.findUnique({ where: { id } });
export const sessionsOf = (world: World, userId: string) => async () =>
  (await world.db.read.session.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(({ id }) => id);
export const lookAtAttempts = (world: World) => async () => ({
  all: await world.db.read.attempt.count(),
  answers: await world.db.read.itemEntry.count(),
});
export const settingsOf = (world: World) => () =>
  world.db.read.learner.findMany({ select: { id: true, settings: true } });
