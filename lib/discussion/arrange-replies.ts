/** Levels of replies that are indented; deeper replies stay on the last level and name the person they answer. */
export const deepestShown = 3;

interface Node {
  readonly id: string;
  readonly parentId: string | null;
  readonly ordinal: number;
}

export interface Arranged<T> {
  readonly comment: T;
  /** The parent, when the position does not show it. */
  readonly inReplyTo: string | null;
  readonly replies: readonly Arranged<T>[];
}

/** The replies of one root as a tree of at most three levels, each level in the order of posting. */
export function arrangeReplies<T extends Node>(rootId: string, replies: readonly T[]): readonly Arranged<T>[] {
  const inOrder = [...replies].sort((a, b) => a.ordinal - b.ordinal);
  const placed = new Map<string, { readonly depth: number; readonly under: string; readonly isFlat: boolean }>();
  const children = new Map<string, T[]>();
  for (const reply of inOrder) {
    const parent = placed.get(reply.parentId ?? "");
    const isFlat = parent === undefined ? reply.parentId !== rootId : parent.depth >= deepestShown;
    const under = parent === undefined ? rootId : isFlat ? parent.under : (reply.parentId as string);
    const depth = parent === undefined ? 1 : Math.min(parent.depth + 1, deepestShown);
    placed.set(reply.id, { depth, under, isFlat });
    const siblings = children.get(under);
    if (siblings === undefined) children.set(under, [reply]);
    else siblings.push(reply);
  }
  const grow = (id: string): readonly Arranged<T>[] =>
    (children.get(id) ?? []).map((comment) => ({
      comment,
      inReplyTo: placed.get(comment.id)?.isFlat ? comment.parentId : null,
      replies: grow(comment.id),
    }));
  return grow(rootId);
}
