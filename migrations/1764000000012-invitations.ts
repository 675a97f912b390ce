import { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, links that work once, and the mails that carry them. */
export class Invitations1764000000012 implements MigrationInterface {
  name = 'Invitations1764000000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sent_mail
        ADD COLUMN carries_link boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT sent_mail_keeps_no_link CHECK (NOT carries_link OR body IS NULL);
    `);
    await this.makeInvitations(db);
    await this.makeLinks(db);
    // Scopes name regions and sectors by code, and those come after identity in the order of features: one function
    // knows both, for the use case that answers in words and for the trigger that holds the rule.
    await db.query(`
      CREATE FUNCTION unknown_scope_codes(scope_kind text, codes text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(named.code ORDER BY named.code), '{}') FROM unnest(codes) AS named (code)
         WHERE NOT EXISTS (SELECT FROM region WHERE scope_kind = 'regions' AND region.code = named.code)
           AND NOT EXISTS (SELECT FROM sector WHERE scope_kind = 'sectors' AND sector.code = named.code)
      $$;
      CREATE FUNCTION refuse_unknown_scope_codes() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF cardinality(unknown_scope_codes(NEW.scope_kind, NEW.codes)) > 0 THEN
            RAISE EXCEPTION 'a scope names codes that do not exist' USING ERRCODE = 'foreign_key_violation';
          END IF;
          RETURN NEW;
        END
      $$;
      CREATE TRIGGER invited_grant_names_known_codes BEFORE INSERT OR UPDATE ON invited_grant
        FOR EACH ROW EXECUTE FUNCTION refuse_unknown_scope_codes();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE identity_mail, single_use_link, invited_grant, invitation;
      DROP FUNCTION refuse_unknown_scope_codes, unknown_scope_codes;
      ALTER TABLE sent_mail DROP COLUMN carries_link;
    `);
  }

  private async makeInvitations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('staff', 'investor')),
        state text NOT NULL CHECK (state IN ('awaiting_confirmation', 'open', 'accepted', 'withdrawn', 'expired')),
        email text CHECK (email = lower(email) AND email LIKE '%_@_%'),
        name text CHECK (name <> ''),
        language text NOT NULL CHECK (language IN ('ar', 'fr', 'en')),
        organisation_id uuid REFERENCES organisation (id),
        organisation_name_ar text, organisation_name_fr text, organisation_name_en text,
        investor_role text CHECK (investor_role IN ('investor_editor', 'investor_representative')),
        office text CHECK (office <> ''),
        mandate_document text CHECK (mandate_document <> ''),
        mandate_sha256 text CHECK (mandate_sha256 ~ '^[0-9a-f]{64}$'),
        mandate_letter_of date,
        mandate_letter_reference text CHECK (mandate_letter_reference <> ''),
        issued_by uuid NOT NULL REFERENCES account (id),
        issued_at timestamptz NOT NULL,
        confirmed_by uuid REFERENCES account (id),
        confirmed_at timestamptz,
        expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
        accepted_by uuid REFERENCES account (id),
        accepted_at timestamptz,
        withdrawn_by uuid REFERENCES account (id),
        withdrawn_at timestamptz,
        erased_at timestamptz,
        CHECK (num_nulls(confirmed_by, confirmed_at) IN (0, 2)),
        CHECK (num_nulls(accepted_by, accepted_at) IN (0, 2)),
        CHECK (num_nulls(withdrawn_by, withdrawn_at) IN (0, 2)),
        CHECK ((state = 'accepted') = (accepted_at IS NOT NULL)),
        CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
        CHECK ((erased_at IS NULL) = (email IS NOT NULL)),
        CHECK (erased_at IS NULL OR (name IS NULL AND office IS NULL)),
        CHECK (erased_at IS NULL OR state NOT IN ('awaiting_confirmation', 'open')),
        CHECK ((kind = 'investor') = (organisation_id IS NOT NULL)),
        CHECK ((kind = 'investor') = (investor_role IS NOT NULL)),
        CHECK ((kind = 'investor') = (coalesce(organisation_name_ar, organisation_name_fr, organisation_name_en) IS NOT NULL)),
        -- Who speaks for an organisation has a mandate: a document, or a letter by which it is known.
        CHECK ((investor_role IS NOT DISTINCT FROM 'investor_representative')
               = (num_nonnulls(mandate_document, mandate_letter_of) = 1)),
        CHECK (mandate_sha256 IS NULL OR mandate_document IS NOT NULL),
        CHECK (mandate_letter_reference IS NULL OR mandate_letter_of IS NOT NULL),
        -- … and two officers behind the invitation.
        CONSTRAINT invitation_four_eyes CHECK (confirmed_by <> issued_by),
        CONSTRAINT invitation_not_to_oneself CHECK (accepted_by <> issued_by),
        CONSTRAINT invitation_confirmed CHECK (investor_role IS DISTINCT FROM 'investor_representative'
          OR confirmed_by IS NOT NULL OR state NOT IN ('open', 'accepted')),
        CHECK (state <> 'awaiting_confirmation'
          OR (investor_role IS NOT DISTINCT FROM 'investor_representative' AND confirmed_by IS NULL))
      );
      CREATE UNIQUE INDEX invitation_once ON invitation (email, organisation_id) NULLS NOT DISTINCT
        WHERE state IN ('awaiting_confirmation', 'open');
      CREATE INDEX invitation_by_time ON invitation (issued_at, id);
      CREATE INDEX invitation_by_organisation ON invitation (organisation_id, issued_at)
        WHERE organisation_id IS NOT NULL;
      CREATE INDEX invitation_to_erase ON invitation (expires_at) WHERE erased_at IS NULL;

      CREATE TABLE invited_grant (
        id uuid PRIMARY KEY,
        invitation_id uuid NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('officer', 'verifier', 'legal', 'director', 'admin', 'auditor')),
        scope_kind text NOT NULL CHECK (scope_kind IN ('country', 'regions', 'sectors')),
        codes text[] NOT NULL DEFAULT '{}',
        CHECK ((scope_kind IN ('regions', 'sectors')) = (cardinality(codes) > 0)),
        CONSTRAINT invited_grant_once UNIQUE (invitation_id, role, scope_kind)
      );
    `);
  }

  private async makeLinks(db: QueryRunner): Promise<void> {
    const subject = `
        purpose text NOT NULL CHECK (purpose IN ('invitation', 'password_reset')),
        invitation_id uuid REFERENCES invitation (id) ON DELETE CASCADE,
        account_id uuid REFERENCES account (id) ON DELETE CASCADE,
        CHECK ((purpose = 'invitation') = (invitation_id IS NOT NULL)),
        CHECK ((purpose = 'password_reset') = (account_id IS NOT NULL))`;
    await db.query(`
      CREATE TABLE single_use_link (
        id uuid PRIMARY KEY,
        ${subject},
        token_sha256 bytea NOT NULL CONSTRAINT single_use_link_token_unique UNIQUE CHECK (length(token_sha256) = 32),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        used_at timestamptz CHECK (used_at >= created_at)
      );
      CREATE UNIQUE INDEX single_use_link_one_waits ON single_use_link (purpose, coalesce(invitation_id, account_id))
        WHERE used_at IS NULL;
      CREATE INDEX single_use_link_by_expiry ON single_use_link (expires_at);

      CREATE TABLE identity_mail (
        id uuid PRIMARY KEY,
        ${subject},
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'bounced', 'dropped')),
        reason text,
        attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        last_error text CHECK (length(last_error) <= 500),
        requested_at timestamptz NOT NULL,
        ended_at timestamptz,
        message_id text,
        CHECK ((state = 'waiting') = (ended_at IS NULL)),
        CHECK ((state = 'sent') = (message_id IS NOT NULL)),
        CHECK ((state IN ('bounced', 'dropped')) = (reason IS NOT NULL))
      );
      CREATE INDEX identity_mail_by_invitation ON identity_mail (invitation_id, id) WHERE invitation_id IS NOT NULL;
      CREATE INDEX identity_mail_by_account ON identity_mail (account_id, id) WHERE account_id IS NOT NULL;
    `);
  }
}
