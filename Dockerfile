# The portal in a container: one binary, no shell needed, not root.

FROM node:22-bookworm-slim AS assets
WORKDIR /motcua
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY static static
COPY templates templates
RUN npm run --silent build

FROM rust:1.95-bookworm AS program
WORKDIR /motcua
COPY Cargo.toml Cargo.lock build.rs ./
COPY src src
COPY migrations migrations
COPY config config
COPY locales locales
COPY templates templates
COPY --from=assets /motcua/static/dist static/dist
RUN sed -i '/^\[\[test\]\]/,/^$/d' Cargo.toml && cargo build --release --bin motcua

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/motcua motcua
COPY --from=program /motcua/target/release/motcua /usr/local/bin/motcua
USER motcua
WORKDIR /var/lib/motcua
VOLUME /var/lib/motcua
EXPOSE 8080
ENV MOTCUA_SERVER_LISTEN=0.0.0.0:8080 MOTCUA_SERVER_DATA=/var/lib/motcua MOTCUA_LOG_FORMAT=json
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["motcua", "health"]
ENTRYPOINT ["motcua"]
CMD ["serve"]
