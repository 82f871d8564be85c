//! The tables, as the migrations make them; a house test compares this file with the database.

diesel::table! {
    agencies (id) {
        id -> Uuid,
        parent_id -> Nullable<Uuid>,
        code -> Text,
        kind -> Text,
        name -> Text,
        place_code -> Nullable<Text>,
        address -> Text,
        phone -> Text,
        email -> Text,
        former_names -> Array<Text>,
        closed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    calendar_sheets (seq) {
        seq -> Int8,
        agency_code -> Nullable<Text>,
        name -> Text,
        body -> Text,
        reason -> Text,
        changed_by -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    accounts (id) {
        id -> Uuid,
        email -> Text,
        email_confirmed_at -> Nullable<Timestamptz>,
        full_name -> Text,
        phone -> Nullable<Text>,
        personal_id -> Nullable<Text>,
        birth_date -> Nullable<Date>,
        address -> Text,
        place_code -> Nullable<Text>,
        password_hash -> Text,
        lang -> Text,
        demo -> Bool,
        closed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        told_by_email -> Bool,
        told_by_sms -> Bool,
        personal_id_verified_at -> Nullable<Timestamptz>,
        personal_id_verified_by -> Nullable<Text>,
    }
}

diesel::table! {
    memberships (id) {
        id -> Uuid,
        account_id -> Uuid,
        agency_id -> Uuid,
        role -> Text,
        title -> Text,
        starts_on -> Date,
        ends_on -> Nullable<Date>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    delegations (id) {
        id -> Uuid,
        agency_id -> Uuid,
        from_id -> Uuid,
        to_id -> Uuid,
        starts_on -> Date,
        ends_on -> Date,
        reason -> Text,
        revoked_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    saved_views (id) {
        id -> Uuid,
        account_id -> Uuid,
        agency_id -> Nullable<Uuid>,
        name -> Text,
        question -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Bytea,
        account_id -> Uuid,
        device -> Text,
        created_at -> Timestamptz,
        seen_at -> Timestamptz,
        expires_at -> Timestamptz,
        id -> Uuid,
        awaits_second -> Bool,
        strong -> Bool,
    }
}

diesel::table! {
    ceremonies (token_hash) {
        token_hash -> Bytea,
        kind -> Text,
        browser_hash -> Bytea,
        account_id -> Nullable<Uuid>,
        sealed -> Bytea,
        expires_at -> Timestamptz,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    passkeys (id) {
        id -> Uuid,
        account_id -> Uuid,
        key_id -> Bytea,
        name -> Text,
        kept -> Jsonb,
        used_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    outside_identities (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        account_id -> Uuid,
        used_at -> Timestamptz,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    second_factors (account_id) {
        account_id -> Uuid,
        secret -> Bytea,
        confirmed_at -> Nullable<Timestamptz>,
        last_step -> Int8,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    recovery_codes (account_id, code_hash) {
        account_id -> Uuid,
        code_hash -> Bytea,
        used_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    account_links (token_hash) {
        token_hash -> Bytea,
        account_id -> Uuid,
        purpose -> Text,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    email_changes (id) {
        id -> Uuid,
        account_id -> Uuid,
        old_email -> Text,
        new_email -> Text,
        token_hash -> Nullable<Bytea>,
        expires_at -> Timestamptz,
        confirmed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    attempts (bucket, window_start) {
        bucket -> Text,
        window_start -> Timestamptz,
        count -> Int4,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    jobs (id) {
        id -> Uuid,
        kind -> Text,
        payload -> Jsonb,
        unique_key -> Nullable<Text>,
        run_at -> Timestamptz,
        attempts -> Int4,
        max_attempts -> Int4,
        leased_until -> Nullable<Timestamptz>,
        last_error -> Nullable<Text>,
        dead_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        postponed -> Int4,
    }
}

diesel::table! {
    audit (seq) {
        seq -> Int8,
        at -> Timestamptz,
        account_id -> Nullable<Uuid>,
        actor -> Text,
        action -> Text,
        subject_kind -> Text,
        subject -> Text,
        data -> Jsonb,
        prev_hash -> Nullable<Bytea>,
        hash -> Nullable<Bytea>,
        created_at -> Timestamptz,
        place -> Nullable<Int8>,
    }
}

diesel::table! {
    services (id) {
        id -> Uuid,
        slug -> Text,
        code -> Text,
        name -> Text,
        field -> Text,
        keywords -> Text,
        offered_online -> Bool,
        created_at -> Timestamptz,
        files_wait -> Bool,
    }
}

diesel::table! {
    procedures (code) {
        code -> Text,
        name -> Text,
        field -> Text,
        levels -> Array<Text>,
        applicants -> Array<Text>,
        decision -> Text,
        national -> Bool,
        results -> Array<Text>,
        listed -> Bool,
        service_slug -> Nullable<Text>,
        offered_online -> Bool,
        distance -> Int2,
        created_at -> Timestamptz,
        everyday -> Bool,
        standing -> Int2,
    }
}

diesel::table! {
    procedure_names (id) {
        id -> Int8,
        code -> Text,
        source -> Text,
        official -> Bool,
        tokens -> Array<Text>,
        acts -> Array<Text>,
        size -> Int4,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    procedure_texts (code) {
        code -> Text,
        texts -> Jsonb,
        digest -> Bytea,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    procedure_lists (name) {
        name -> Text,
        digest -> Bytea,
        wording -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    service_versions (id) {
        id -> Uuid,
        service_id -> Uuid,
        number -> Int4,
        definition -> Jsonb,
        digest -> Bytea,
        effective -> Range<Timestamptz>,
        created_at -> Timestamptz,
        files -> Nullable<Jsonb>,
        origin -> Text,
        published_by -> Nullable<Uuid>,
        published_at -> Timestamptz,
        reason -> Text,
    }
}

diesel::table! {
    service_drafts (id) {
        id -> Uuid,
        slug -> Text,
        based_on -> Nullable<Uuid>,
        begun_by -> Uuid,
        ended_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    service_draft_saves (draft_id, number) {
        draft_id -> Uuid,
        number -> Int4,
        files -> Jsonb,
        what -> Text,
        saved_by -> Uuid,
        created_at -> Timestamptz,
        automatic -> Bool,
    }
}

diesel::table! {
    service_stops (id) {
        id -> Uuid,
        service_id -> Uuid,
        kind -> Text,
        message -> Text,
        successor -> Nullable<Text>,
        reason -> Text,
        begun_by -> Uuid,
        ended_at -> Nullable<Timestamptz>,
        ended_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    service_agencies (service_id, agency_id) {
        service_id -> Uuid,
        agency_id -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    /// The generated column `search` is left out: it is only named in raw conditions.
    dossiers (id) {
        id -> Uuid,
        code -> Nullable<Text>,
        service_id -> Uuid,
        service_version_id -> Uuid,
        agency_id -> Nullable<Uuid>,
        status -> Text,
        step_key -> Nullable<Text>,
        step_role -> Nullable<Text>,
        assignee_id -> Nullable<Uuid>,
        channel -> Text,
        submitter_id -> Nullable<Uuid>,
        applicant_name -> Text,
        applicant_phone -> Nullable<Text>,
        applicant_email -> Nullable<Text>,
        applicant_personal_id -> Nullable<Text>,
        subject -> Text,
        answers -> Jsonb,
        return_method -> Nullable<Text>,
        fee -> Int8,
        submission_key -> Nullable<Uuid>,
        has_news -> Bool,
        lock_version -> Int4,
        draft_expires_at -> Nullable<Timestamptz>,
        submitted_at -> Nullable<Timestamptz>,
        accepted_at -> Nullable<Timestamptz>,
        due_at -> Nullable<Timestamptz>,
        step_entered_at -> Nullable<Timestamptz>,
        step_due_at -> Nullable<Timestamptz>,
        finished_at -> Nullable<Timestamptz>,
        returned_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        decision -> Nullable<Text>,
        page_versions -> Jsonb,
        queue_due -> Timestamptz,
        waits_for_citizen -> Bool,
        opened_at -> Nullable<Timestamptz>,
        withdrawal_asked_at -> Nullable<Timestamptz>,
        extended_at -> Nullable<Timestamptz>,
        paid_at -> Nullable<Timestamptz>,
        taken_in_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    dossier_events (dossier_id, seq) {
        dossier_id -> Uuid,
        seq -> Int4,
        kind -> Text,
        at -> Timestamptz,
        actor -> Text,
        account_id -> Nullable<Uuid>,
        actor_name -> Text,
        actor_role -> Nullable<Text>,
        agency_id -> Nullable<Uuid>,
        step_key -> Nullable<Text>,
        public -> Bool,
        data -> Jsonb,
        prev_hash -> Bytea,
        hash -> Bytea,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    dossier_clock (dossier_id, seq) {
        dossier_id -> Uuid,
        seq -> Int4,
        kind -> Text,
        at -> Timestamptz,
        calendar_version -> Text,
        minutes_left -> Nullable<Int4>,
        due_before -> Nullable<Timestamptz>,
        due_after -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    supplement_requests (id) {
        id -> Uuid,
        dossier_id -> Uuid,
        requested_by -> Uuid,
        requested_at -> Timestamptz,
        reason -> Text,
        items -> Jsonb,
        answer_until -> Timestamptz,
        answered_at -> Nullable<Timestamptz>,
        changes -> Nullable<Jsonb>,
        closed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    consultations (id) {
        id -> Uuid,
        dossier_id -> Uuid,
        key -> Text,
        name -> Text,
        agency_id -> Uuid,
        asked_by -> Uuid,
        question -> Text,
        asked_at -> Timestamptz,
        answer_until -> Timestamptz,
        silence -> Text,
        clock -> Text,
        answered_at -> Nullable<Timestamptz>,
        answered_by -> Nullable<Uuid>,
        answerer_name -> Nullable<Text>,
        opinion -> Nullable<Text>,
        answer -> Nullable<Text>,
        closed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    payments (id) {
        id -> Uuid,
        dossier_id -> Uuid,
        amount -> Int8,
        reason -> Text,
        requested_at -> Nullable<Timestamptz>,
        requested_by -> Nullable<Uuid>,
        method -> Nullable<Text>,
        payer -> Nullable<Text>,
        taken_at -> Nullable<Timestamptz>,
        taken_by -> Nullable<Uuid>,
        closed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    messages (id) {
        id -> Uuid,
        dossier_id -> Uuid,
        kind -> Text,
        author_id -> Uuid,
        author_name -> Text,
        body -> Text,
        at -> Timestamptz,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    dossier_counters (agency_code, local_date) {
        agency_code -> Text,
        local_date -> Date,
        last -> Int8,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    attachments (id) {
        id -> Uuid,
        dossier_id -> Uuid,
        document_key -> Text,
        file_name -> Text,
        media_type -> Text,
        size -> Int8,
        sha256 -> Bytea,
        storage_key -> Text,
        uploaded_by -> Nullable<Uuid>,
        uploaded_at -> Timestamptz,
        removed_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        scan -> Text,
    }
}

diesel::table! {
    papers (id) {
        id -> Uuid,
        dossier_id -> Uuid,
        agency_id -> Uuid,
        kind -> Text,
        year -> Int4,
        number -> Int8,
        doc_number -> Text,
        title -> Text,
        data -> Jsonb,
        check_code -> Text,
        storage_key -> Nullable<Text>,
        issued_at -> Timestamptz,
        revoked_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    paper_counters (agency_id, kind, year) {
        agency_id -> Uuid,
        kind -> Text,
        year -> Int4,
        last -> Int8,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    notices (id) {
        id -> Uuid,
        kind -> Text,
        channel -> Text,
        address -> Text,
        lang -> Text,
        account_id -> Nullable<Uuid>,
        dossier_id -> Nullable<Uuid>,
        paper_id -> Nullable<Uuid>,
        data -> Jsonb,
        state -> Text,
        attempts -> Int4,
        reply -> Nullable<Text>,
        sent_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        read_at -> Nullable<Timestamptz>,
        failure -> Nullable<Text>,
        tried_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    notice_texts (id) {
        id -> Uuid,
        kind -> Text,
        key -> Text,
        lang -> Text,
        text -> Text,
        reason -> Text,
        written_by -> Uuid,
        created_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
        ended_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    channel_gates (channel) {
        channel -> Text,
        failures -> Int4,
        shut_until -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    bounced_addresses (channel, address) {
        channel -> Text,
        address -> Text,
        reply -> Text,
        bounced_at -> Timestamptz,
        created_at -> Timestamptz,
    }
}

diesel::joinable!(memberships -> accounts (account_id));
diesel::joinable!(memberships -> agencies (agency_id));
diesel::joinable!(delegations -> agencies (agency_id));
diesel::joinable!(saved_views -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(passkeys -> accounts (account_id));
diesel::joinable!(ceremonies -> accounts (account_id));
diesel::joinable!(outside_identities -> accounts (account_id));
diesel::joinable!(email_changes -> accounts (account_id));
diesel::joinable!(second_factors -> accounts (account_id));
diesel::joinable!(recovery_codes -> accounts (account_id));
diesel::joinable!(account_links -> accounts (account_id));
diesel::joinable!(service_versions -> services (service_id));
diesel::joinable!(service_versions -> accounts (published_by));
diesel::joinable!(service_draft_saves -> service_drafts (draft_id));
diesel::joinable!(service_draft_saves -> accounts (saved_by));
diesel::joinable!(calendar_sheets -> accounts (changed_by));
diesel::joinable!(service_stops -> services (service_id));
diesel::joinable!(service_agencies -> services (service_id));
diesel::joinable!(service_agencies -> agencies (agency_id));
diesel::joinable!(dossiers -> services (service_id));
diesel::joinable!(dossiers -> service_versions (service_version_id));
diesel::joinable!(dossiers -> agencies (agency_id));
diesel::joinable!(dossier_events -> dossiers (dossier_id));
diesel::joinable!(dossier_clock -> dossiers (dossier_id));
diesel::joinable!(supplement_requests -> dossiers (dossier_id));
diesel::joinable!(consultations -> dossiers (dossier_id));
diesel::joinable!(payments -> dossiers (dossier_id));
diesel::joinable!(messages -> dossiers (dossier_id));
diesel::joinable!(attachments -> dossiers (dossier_id));
diesel::joinable!(papers -> dossiers (dossier_id));
diesel::joinable!(notices -> dossiers (dossier_id));

diesel::joinable!(procedure_texts -> procedures (code));
diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    account_links,
    agencies,
    attachments,
    attempts,
    audit,
    bounced_addresses,
    ceremonies,
    channel_gates,
    calendar_sheets,
    consultations,
    delegations,
    dossier_clock,
    dossier_counters,
    dossier_events,
    dossiers,
    email_changes,
    jobs,
    memberships,
    messages,
    notice_texts,
    notices,
    outside_identities,
    paper_counters,
    papers,
    passkeys,
    payments,
    procedure_names,
    procedure_texts,
    procedures,
    recovery_codes,
    saved_views,
    second_factors,
    service_stops,
    service_agencies,
    service_draft_saves,
    service_drafts,
    service_versions,
    services,
    sessions,
    supplement_requests,
);
