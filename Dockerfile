# The build stage makes a release; the image is Node and that release. See docs/operating.md.
FROM node:24-trixie-slim AS build
# For the native database driver, where no prebuilt one can be fetched.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates g++ make python3
WORKDIR /src
COPY . .
RUN npm run build:release && mkdir /empty

FROM node:24-trixie-slim
COPY --from=build /src/release /opt/mockdown
COPY --from=build --chown=node:node --chmod=700 /empty /srv/mockdown/data
WORKDIR /srv/mockdown
ENV NODE_ENV=production
USER node
VOLUME ["/srv/mockdown/data"]
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "/opt/mockdown/lib/cli/release/health.mjs"]
ENTRYPOINT ["node", "/opt/mockdown/server.mjs"]
