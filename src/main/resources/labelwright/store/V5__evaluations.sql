-- how good a model was when it was last measured on a split; report is JSON, which only the use cases read
CREATE TABLE evaluation (
    model_id BIGINT NOT NULL,
    split TINYINT NOT NULL,
    measured TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    report VARCHAR NOT NULL,
    PRIMARY KEY (model_id, split)
);
