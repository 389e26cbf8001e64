import type { World } from "./world.ts";

export interface Shot {
  /** The name of the picture in docs/images. */
  readonly file: string;
  readonly who: "learner" | "candidate" | null;
  readonly path: (world: World) => string;
  readonly theme: "light" | "dark";
  /** The window, in pixels. */
  readonly size: readonly [width: number, height: number];
  /** What stands at the top of the picture; the top of the page without it. */
  readonly from?: string;
}

const desktop = [1280, 800] as const;
const phone = [390, 780] as const;

/** Every picture of README.md and docs/. */
export const shots: readonly Shot[] = [
  { file: "question.png", who: "learner", path: ({ study }) => `/attempts/${study}/3`, theme: "light", size: desktop },
  {
    file: "question-dark.png",
    who: "learner",
    path: ({ study }) => `/attempts/${study}/3`,
    theme: "dark",
    size: desktop,
  },
  { file: "exam-phone.png", who: "candidate", path: ({ mock }) => `/attempts/${mock}/12`, theme: "light", size: phone },
  { file: "home-phone.png", who: "learner", path: () => "/", theme: "dark", size: phone },
  {
    file: "result.png",
    who: "learner",
    path: ({ result }) => `/attempts/${result}/result`,
    theme: "light",
    size: desktop,
  },
  {
    file: "discussion.png",
    who: "learner",
    path: ({ discussed }) => `/exams/nca-genl/questions/${discussed}`,
    theme: "light",
    size: desktop,
    from: "#discussion",
  },
  { file: "progress.png", who: "learner", path: () => "/progress", theme: "light", size: [1280, 900] },
];
