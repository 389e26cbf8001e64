"use client";

/** The layout of an attempt stays, with the answers that wait there. */
export { default } from "#components/page-error";
