# Conspectus in a container, for a survey mounted at /survey:
#
#   docker build --tag conspectus .
#   docker run --rm --volume "$PWD:/survey" --user "$(id -u):$(id -g)" conspectus build
#   docker run --rm --volume "$PWD:/survey" --user "$(id -u):$(id -g)" --publish 127.0.0.1:8000:8000 \
#     conspectus serve --host 0.0.0.0
#
# With --user, what is written into the survey is yours; Docker Desktop sees to that itself.
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
# With the versions that the tests pass with.
RUN --mount=from=wheel,source=/wheels,target=/wheels --mount=source=constraints.txt,target=/constraints.txt \
    python -m pip install --no-cache-dir --constraint /constraints.txt /wheels/*.whl
# By number, from which a host can tell that it is not root.
USER 1000
ENV XDG_CACHE_HOME=/tmp/cache
WORKDIR /survey
EXPOSE 8000
ENTRYPOINT ["conspectus"]
CMD ["--help"]
