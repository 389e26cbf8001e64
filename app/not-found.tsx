import { missingMetadata, WaysOn } from "#components/missing-page";

export const generateMetadata = missingMetadata;

/** Next gives it the status 404, and every other page brings it along. */
export default WaysOn;
