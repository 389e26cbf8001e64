import { missingMetadata, WaysOn } from "./missing-page.tsx";

export const generateMetadata = missingMetadata;

/** Next gives it the status 404, and every other page includes it. */
export default WaysOn;
