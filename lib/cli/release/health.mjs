/** For the health check of an image: ends with 0 when the server of this machine can serve and save. */
const { PORT, HOST } = process.env;
const host = HOST?.includes(":") ? `[${HOST}]` : HOST || "127.0.0.1";
const reply = await fetch(`http://${host}:${PORT || 3000}/api/health/ready`).catch(({ cause, message }) => {
  process.stderr.write(`${cause?.message ?? message}\n`);
});
if (reply !== undefined) process.stdout.write(`${await reply.text()}\n`);
process.exitCode = reply?.ok ? 0 : 1;
