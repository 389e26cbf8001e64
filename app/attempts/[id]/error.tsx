"use client";

/** What surrounds an attempt stays, with the answers that wait there. */
export { default } from "#components/page-error";
