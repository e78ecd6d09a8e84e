# Kliqs as one container: `docker build -t kliqs .`, or `docker compose up` with compose.yaml.
# The Python of both stages is the one that the tests run on; constraints.txt pins everything that is installed.

FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /src
RUN python -m venv /opt/kliqs

# What Kliqs needs changes less often than Kliqs: a layer of its own, read from pyproject.toml.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; project = tomllib.load(open('pyproject.toml', 'rb'))['project']; print(*project['dependencies'], sep='\n')" > requirements.txt \
    && /opt/kliqs/bin/pip install -c constraints.txt -r requirements.txt \
    && pip install -c constraints.txt hatchling

COPY README.md LICENSE ./
COPY app app
COPY templates templates
COPY static static
COPY locales locales
COPY migrations migrations
COPY deploy deploy
RUN pip wheel --no-deps --no-build-isolation -w dist . \
    && /opt/kliqs/bin/pip install --no-deps dist/kliqs-*.whl


FROM python:3.11-slim-bookworm
# ffprobe measures the videos of posts, ffmpeg draws their posters: the version of Debian, with its security updates.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ffmpeg \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin kliqs \
    && install -d -o kliqs -g kliqs -m 0700 /var/lib/kliqs
COPY --from=build /opt/kliqs /opt/kliqs
ENV PATH=/opt/kliqs/bin:$PATH PYTHONUNBUFFERED=1 \
    KLIQS_ENV=production KLIQS_BIND=0.0.0.0:8000 KLIQS_DATA_DIR=/var/lib/kliqs
USER 10001:10001
WORKDIR /var/lib/kliqs
VOLUME /var/lib/kliqs
EXPOSE 8000

# /healthz, not /readyz: while the database is away, known links still lead on, and a restart would not bring it back.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["kliqs"]
CMD ["serve"]
