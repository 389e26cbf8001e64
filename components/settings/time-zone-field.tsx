"use client";

import { useRef, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button";

import { useWords } from "#words";

type TimeZoneFieldProps = { zones: readonly string[]; chosen: string };

const never = () => () => {};

/** The time zone in which times are shown. With script, the device's own zone is one press away. */
export function TimeZoneField({ zones, chosen }: TimeZoneFieldProps) {
  const t = useWords();
  const select = useRef<HTMLSelectElement>(null);
  const own = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => chosen,
  );
  return (
    <div className="grid gap-2">
      <label htmlFor="time-zone" className="font-semibold">
        {t("timeZone.label")}
      </label>
      <div className="flex min-w-0 flex-wrap gap-3">
        <select
          ref={select}
          id="time-zone"
          name="zone"
          defaultValue={chosen}
          className="min-h-11 max-w-full rounded-lg border border-edge bg-sheet px-2"
        >
          {[...new Set([...zones, own])].map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
        {own === chosen ? null : (
          <Button
            type="button"
            onClick={() => {
              if (select.current) select.current.value = own;
            }}
          >
            {t("timeZone.own", { zone: own })}
          </Button>
        )}
      </div>
    </div>
  );
}
