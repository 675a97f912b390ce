-- Once for each server, as a superuser: the three roles and the register's database (see docs/DATABASE.md).
--   DATABASE_OWNER_PASSWORD=… DATABASE_APP_PASSWORD=… psql -d postgres -f deploy/create-database.sql
-- The PostgreSQL image of docker-compose.yml runs it on an empty volume.
\set ON_ERROR_STOP on
\getenv owner_password DATABASE_OWNER_PASSWORD
\getenv app_password DATABASE_APP_PASSWORD

-- Makes and changes tables, and creates the trusted extensions: used by the migration step only.
CREATE ROLE mithaq_owner LOGIN PASSWORD :'owner_password';
-- Reads and writes rows: api and worker. The migration step grants it what it needs.
CREATE ROLE mithaq_app LOGIN PASSWORD :'app_password';

-- Signs in nowhere: the application takes it on for an investor's request, and finds that investor's rows alone.
CREATE ROLE mithaq_investor NOLOGIN;
GRANT mithaq_investor TO mithaq_app;

CREATE DATABASE mithaq OWNER mithaq_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE mithaq FROM PUBLIC;
GRANT CONNECT ON DATABASE mithaq TO mithaq_app;
