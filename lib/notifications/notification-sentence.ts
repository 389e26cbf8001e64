import type { Words } from "#lib/messages/words";
import type { NotificationKind } from "./write/notify.ts";

interface Told {
  readonly kind: NotificationKind;
  /** Who, why, or how it ended, as the kind has it. */
  readonly text: string;
}

/** A notification in words. Holds no text of any comment. */
export function notificationSentence(t: Words, { kind, text }: Told): string {
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
      return t("notifications.warning", { text });
    case "hidden":
      return t("notifications.hidden", { reason: text });
    case "restored":
      return t("notifications.restored");
    case "suggestion-published":
      return t("notifications.suggestionPublished");
    case "suggestion-declined":
      return t("notifications.suggestionDeclined", { reason: text });
  }
}
