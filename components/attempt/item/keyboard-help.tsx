import { useEffect, useRef } from "react";
import { keyUses } from "#lib/attempts/keys";
import { useWords } from "#words";

export type KeyboardHelpProps = { isOn: boolean; turn: (isOn: boolean) => void; onClose: () => void };

/** The list of keys with the switch that turns them off. Opens when it is made. */
export default function KeyboardHelp({ isOn, turn, onClose }: KeyboardHelpProps) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={t("item.keyboard")}
      className="m-auto w-full max-w-sm rounded-xl border border-line bg-sheet p-6 text-ink backdrop:bg-black/40"
    >
      <h2 className="text-lg font-semibold">{t("item.keyboard")}</h2>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
        {keyUses.map((use) => (
          <div key={use} className="contents">
            <dt className="font-semibold">{t(`keys.key-${use}`)}</dt>
            <dd>{t(`keys.use-${use}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex min-h-11 items-center gap-3 text-sm">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => turn(event.target.checked)}
          className="size-4.5 accent-accent"
        />
        {t("keys.areOn")}
      </label>
      <form method="dialog" className="mt-3">
        <button type="submit" className="min-h-11 rounded-lg border border-edge px-4 text-sm font-medium">
          {t("keys.close")}
        </button>
      </form>
    </dialog>
  );
}
