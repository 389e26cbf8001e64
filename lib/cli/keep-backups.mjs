import { spawn } from "node:child_process";

/** How often to check whether a backup is due, in milliseconds. */
const everyMs = 60 * 60 * 1000;

/**
 * Makes a backup now and whenever one is due, as long as this process runs, in a separate process: copying and checking
 * a database would block every request. `admin` are the arguments for Node to run the commands for operators. Without
 * BACKUP_DIR it does nothing. Call the returned function to end it.
 */
export function keepBackups(admin) {
  if (!process.env.BACKUP_DIR) return () => {};
  let child = null;
  const back = () => {
    if (child !== null) return;
    child = spawn(process.execPath, [...admin, "backup", "--if-due"]);
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) child[stream].on("data", (chunk) => (output[stream] += chunk));
    child.on("close", (code) => {
      child = null;
      say(code, output);
    });
  };
  back();
  const timer = setInterval(back, everyMs);
  return () => {
    clearInterval(timer);
    child?.kill();
  };
}

/** One line of JSON, like the events of the server. A backup that was not due is not reported. */
function say(code, { stdout, stderr }) {
  const time = new Date().toISOString();
  if (code !== 0) console.error(JSON.stringify({ time, level: "error", event: "backup-failed", error: stderr.trim() }));
  else if (stdout !== "")
    console.info(JSON.stringify({ time, level: "info", event: "backup-made", message: stdout.trim() }));
}
