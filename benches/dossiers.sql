-- Invented dossiers in number: {count} of them, handed in during the years before {now}, spread over the communes as
-- names are over people. About one in sixteen is still open. Indexes are made by the migrations; run ANALYZE afterwards.
INSERT INTO dossiers (id, code, service_id, service_version_id, agency_id, status, step_key, step_role, channel, applicant_name,
    applicant_phone, applicant_personal_id, subject, submitted_at, accepted_at, due_at, step_entered_at, step_due_at, finished_at,
    returned_at, decision, return_method, fee, waits_for_citizen, created_at, updated_at)
WITH communes AS (
    SELECT array_agg(id ORDER BY code) AS ids, array_agg(code ORDER BY code) AS codes, count(*)::int AS many
    FROM agencies WHERE kind IN ('commune', 'ward')
), offered AS (
    SELECT row_number() OVER (ORDER BY v.id)::int AS place, count(*) OVER ()::int AS many, v.service_id AS service, v.id AS version,
        v.definition -> 'name' ->> 'vi' AS service_name,
        ARRAY(SELECT step ->> 'key' FROM jsonb_array_elements(v.definition -> 'workflow' -> 'steps') AS step) AS keys,
        ARRAY(SELECT step ->> 'role' FROM jsonb_array_elements(v.definition -> 'workflow' -> 'steps') AS step) AS roles
    FROM service_versions v WHERE upper_inf(v.effective)
), names AS (
    SELECT ARRAY['Nguyễn','Nguyễn','Nguyễn','Nguyễn','Nguyễn','Nguyễn','Trần','Trần','Lê','Lê','Phạm','Hoàng','Huỳnh','Phan','Vũ','Võ',
            'Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý','Hà','Đinh','Quách','Lò','Mai','Tạ','Trịnh'] AS family,
        ARRAY['Thị','Thị','Thị','Thị','Văn','Văn','Văn','Đức','Minh','Hữu','Ngọc','Thị Hồng','Thị Mỹ','Quốc','Xuân','Thành','Kim','Thu','Hoàng',
            'Thanh'] AS middle,
        ARRAY['Anh','Ánh','Bình','Châu','Chi','Cường','Dũng','Duyên','Đạt','Giang','Hà','Hải','Hạnh','Hằng','Hiền','Hiếu','Hoa','Hòa','Hồng',
            'Hùng','Hương','Khánh','Lan','Linh','Long','Mai','Minh','Nam','Nga','Ngân','Nhung','Oanh','Phong','Phúc','Phương','Quân',
            'Quỳnh','Sơn','Tâm','Thảo','Thắng','Thủy','Tiến','Trang','Trung','Tú','Tuấn','Uyên','Vân','Yến'] AS given
), drawn AS (
    SELECT n, hashint4(n) & 2147483647 AS a, hashint4(n + 7919) & 2147483647 AS b, hashint4(n + 104729) & 2147483647 AS c
    FROM generate_series({from}, {from} + {count} - 1) AS n
), said AS (
    SELECT d.*, communes.ids[1 + a % communes.many] AS agency, communes.codes[1 + a % communes.many] AS agency_code,
        CASE WHEN c % 1000 < 60 THEN c % 60 ELSE 100 END AS fate,
        CASE WHEN c % 1000 < 60 THEN '{now}'::timestamptz - (c % 7) * interval '1 day' - (a % 420) * interval '1 minute'
            ELSE '{now}'::timestamptz - interval '10 days' - (b % 1000000) * interval '1 minute' END AS handed_in
    FROM drawn d, communes
), placed AS (
    SELECT said.*, service, version, service_name, keys, roles, family, middle, given,
        CASE WHEN fate < 8 THEN 'registered' WHEN fate < 14 THEN 'accepted' WHEN fate < 44 THEN 'processing'
            WHEN fate < 52 THEN 'supplement_requested' WHEN fate < 60 THEN 'finished' ELSE 'returned' END AS stands,
        -- The steps between receiving and returning are those that dossiers are worked on at.
        CASE WHEN fate < 14 THEN 1 WHEN fate < 44 THEN 2 + a % greatest(cardinality(keys) - 2, 1) WHEN fate < 52 THEN 2
            WHEN fate < 60 THEN cardinality(keys) END AS step
    FROM said JOIN offered ON offered.place = 1 + b % offered.many, names
)
SELECT gen_random_uuid(), agency_code || '-' || to_char(handed_in AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYMMDD') || '-' || lpad((n % 1000000)::text, 6, '0'),
    service, version, agency, stands, keys[step], roles[step], (ARRAY['online','online','online','in_person','postal'])[1 + a % 5],
    family[1 + a % 30] || ' ' || middle[1 + b % 20] || ' ' || given[1 + c % 50],
    '+849' || lpad((b % 100000000)::text, 8, '0'), '025' || lpad((a::bigint * 7 % 1000000000)::text, 9, '0'), service_name,
    handed_in, CASE WHEN stands <> 'registered' THEN handed_in + interval '2 hours' END,
    CASE WHEN stands NOT IN ('registered', 'supplement_requested') THEN handed_in + (1 + b % 7) * interval '1 day' END,
    handed_in + interval '2 hours',
    CASE stands WHEN 'registered' THEN handed_in + interval '1 day' WHEN 'supplement_requested' THEN NULL WHEN 'returned' THEN NULL
        ELSE handed_in + interval '2 days' END,
    CASE WHEN stands IN ('finished', 'returned') THEN handed_in + (1 + c % 6) * interval '1 day' END,
    CASE WHEN stands = 'returned' THEN handed_in + (2 + c % 6) * interval '1 day' END,
    CASE WHEN stands IN ('finished', 'returned') THEN CASE WHEN a % 40 = 0 THEN 'refused' ELSE 'granted' END END,
    (ARRAY['in_person','online','postal'])[1 + b % 3], 0, stands = 'supplement_requested', handed_in, handed_in
FROM placed
