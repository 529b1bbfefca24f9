# Conspectus in a container, for a survey mounted at /survey:
#
#   docker build --tag conspectus .
#   docker run --rm --volume "$PWD:/survey" --user "$(id -u):$(id -g)" conspectus build
#   docker run --rm --volume "$PWD:/survey" --publish 127.0.0.1:8000:8000 conspectus serve --host 0.0.0.0
FROM python:3.12-slim AS wheel
WORKDIR /source
COPY . .
RUN python -m pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.12-slim
# git is what `diff` and the preview compare with.
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /survey \
    && useradd --create-home --uid 1000 curator \
    && install --directory --owner curator /survey
RUN --mount=from=wheel,source=/wheels,target=/wheels python -m pip install --no-cache-dir /wheels/*.whl
USER curator
ENV XDG_CACHE_HOME=/tmp/cache
WORKDIR /survey
EXPOSE 8000
ENTRYPOINT ["conspectus"]
CMD ["--help"]
