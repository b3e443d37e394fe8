-- attributes: what is asked about each region with the label; skeleton: the points of its keypoint regions. JSON, null for none.
ALTER TABLE label_class ADD COLUMN attributes VARCHAR;
ALTER TABLE label_class ADD COLUMN skeleton VARCHAR;

-- picture: what is asked about each whole picture, as JSON, null for nothing; submitting: whether an answer with open questions may be submitted
ALTER TABLE project ADD COLUMN picture VARCHAR;
ALTER TABLE project ADD COLUMN submitting VARCHAR(20) DEFAULT 'ask' NOT NULL;

-- answers: what the author said about the whole item, as JSON, null for nothing
ALTER TABLE annotation_set ADD COLUMN answers VARCHAR;

-- the answers that a running import added to sets that were there before it, so that they can be taken back
CREATE TABLE import_answer (
    batch_id BIGINT NOT NULL,
    set_id BIGINT NOT NULL,
    answers VARCHAR NOT NULL,
    PRIMARY KEY (batch_id, set_id)
);
