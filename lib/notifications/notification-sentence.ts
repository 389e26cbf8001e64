import { absoluteTime } from "#lib/dates/relative-age";
import type { Words } from "#lib/messages/words";
import { reasonWords } from "./reason-words.ts";
import { readSuspension } from "./suspension-text.ts";
import type { NotificationKind } from "./write/notify.ts";

interface Notice {
  readonly kind: NotificationKind;
  /** Who, why, or how it ended, as the kind has it. */
  readonly text: string;
}

/** A notification in words. Holds no text of any comment. */
export function notificationSentence(t: Words, { kind, text }: Notice): string {
  switch (kind) {
    case "reply":
      return t("notifications.reply", { name: text });
    case "mention":
      return t("notifications.mention", { name: text });
    case "verdict":
      return t(text === "upheld" ? "notifications.upheld" : "notifications.rejected");
    case "key-changed":
      return t("notifications.keyChanged");
    case "dispute-settled":
      return t(text === "retired" ? "notifications.retired" : "notifications.keyStands");
    case "warning":
      // What was taken back until November 2026 was kept as a warning with English words.
      return text === "This was taken back by a moderator."
        ? t("notifications.takenBack")
        : t("notifications.warning", { text });
    case "suspended": {
      const { until, reason } = readSuspension(text);
      return t("notifications.suspended", { until: absoluteTime(t, until), reason });
    }
    case "taken-back":
      return t("notifications.takenBack");
    case "hidden":
      return t("notifications.hidden", { reason: reasonWords(t, text) });
    case "restored":
      return t("notifications.restored");
    case "suggestion-published":
      return t("notifications.suggestionPublished");
    case "suggestion-declined":
      return t("notifications.suggestionDeclined", { reason: text });
  }
}
