"use client";

import Link from "next/link";
import { type ComponentType, lazy, Suspense } from "react";
import { useWords } from "#words";
import type { MapProps } from "./map-entries.tsx";
import { useKept } from "./use-kept.ts";

/** Loaded when the map is first opened. Without a network, the page of all questions replaces it. */
const MapEntries = lazy<ComponentType<MapProps>>(() =>
  import("./map-entries.tsx").then(
    (module) => ({ default: module.MapEntries }),
    () => ({ default: AllQuestions }),
  ),
);

function AllQuestions({ attemptId }: MapProps) {
  const t = useWords();
  return (
    <Link href={`/attempts/${attemptId}/review`} prefetch={false} className="inline-flex min-h-11 items-center">
      {t("item.allQuestions")}
    </Link>
  );
}

/** The map of questions, rendered when it is opened. Without script, the review page shows the same. */
export function QuestionMap(props: MapProps) {
  const t = useWords();
  // It stays open over all questions of the attempt in which it was opened: on a phone it covers half of the next one's.
  const [openIn, keepOpenIn] = useKept("map");
  const isOpen = openIn === props.attemptId;
  const closed = <AllQuestions {...props} />;
  return (
    <details
      className="item-map"
      data-key="map"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => open !== isOpen && keepOpenIn(open ? props.attemptId : "")}
    >
      <summary className="button" data-icon="▦">
        {t("item.map")}
      </summary>
      <div>
        {isOpen ? (
          <Suspense fallback={closed}>
            <MapEntries {...props} />
          </Suspense>
        ) : (
          closed
        )}
      </div>
    </details>
  );
}
