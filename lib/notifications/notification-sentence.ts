import type { NotificationKind } from "./write/notify.ts";

/** A notification in words. Holds no text of any comment. */
export function notificationSentence({
  kind,
  text,
}: {
  readonly kind: NotificationKind;
  readonly text: string;
}): string {
  switch (kind) {
    case "reply":
      return `${text} replied to you.`;
    case "mention":
      return `${text} mentioned you.`;
    case "verdict":
      return text === "upheld"
        ? "A comment you reported was hidden."
        : "A comment you reported was looked at and stays.";
    case "key-changed":
      return "The correct answer of a question you answered has changed.";
    case "dispute-settled":
      return text === "retired"
        ? "A question you answered, whose key was disputed, is no longer asked."
        : "The key of a question you answered was disputed. The authors looked at it: it stands.";
    case "warning":
      return `A moderator wrote to you: ${text}`;
    case "hidden":
      return `A comment of yours was hidden: ${text}`;
    case "restored":
      return "A comment of yours is shown again.";
  }
}
