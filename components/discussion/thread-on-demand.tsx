"use client";

import dynamic from "next/dynamic";

/** The thread in a script of its own, which a page whose question is not answered yet does not load. */
export const ThreadOnDemand = dynamic(() => import("#components/discussion/thread").then((module) => module.Thread));
