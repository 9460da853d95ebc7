# A server of Valgraf: no compiler, no root, nothing written but /releases and /tmp.
# Run `make server/static/vendor/yasgui.min.js` before, and the image has the query editor.
FROM python:3.11-slim-bookworm AS build
WORKDIR /source
RUN pip install --no-cache-dir uv==0.13.9
COPY . .
RUN uv build --wheel --out-dir /wheel \
 && uv venv /opt/valgraf \
 && uv pip install --no-cache --python /opt/valgraf/bin/python -c requirements.lock /wheel/*.whl

FROM python:3.11-slim-bookworm
COPY --from=build /opt/valgraf /opt/valgraf
RUN install -d -o 10001 -g 10001 /releases
ENV PATH=/opt/valgraf/bin:$PATH \
    VALGRAF_RELEASES=/releases \
    VALGRAF_HOST=0.0.0.0 \
    VALGRAF_LOG=json
USER 10001:10001
WORKDIR /tmp
VOLUME /releases
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=6s --start-period=300s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=5)"]
ENTRYPOINT ["valgraf"]
CMD ["serve"]
