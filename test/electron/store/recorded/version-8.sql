-- A library as format 8 left it when its process was killed, written down as SQL; it had been one of formats 5 to 7.
CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE experiment(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK(length(name) <= 200),
  created_at INTEGER NOT NULL
, race TEXT CHECK(race IN ('own', 'one'))) STRICT;
CREATE TABLE run(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  experiment_id INTEGER NOT NULL REFERENCES experiment(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK(length(name) <= 200),
  config_json TEXT NOT NULL CHECK(json_valid(config_json)),
  engine_version TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('queued','running','pausing','paused','interrupted',
    'finished','stopped','failed','diverged')),
  reason TEXT,
  error TEXT,
  step INTEGER NOT NULL DEFAULT 0,
  result_json TEXT CHECK(result_json IS NULL OR json_valid(result_json)),
  created_at INTEGER NOT NULL,
  -- when numbers of this run were last committed; what a killed run shows as its end
  saved_at INTEGER,
  ended_at INTEGER,
  trashed_at INTEGER
, pinned INTEGER NOT NULL DEFAULT 0 CHECK(pinned IN (0, 1)), baseline INTEGER NOT NULL DEFAULT 0 CHECK(baseline IN (0, 1)), archived INTEGER NOT NULL DEFAULT 0 CHECK(archived IN (0, 1)), prediction TEXT NOT NULL DEFAULT '' CHECK(length(prediction) <= 500), conclusion TEXT NOT NULL DEFAULT '' CHECK(length(conclusion) <= 500), forked_from INTEGER REFERENCES run(id) ON DELETE RESTRICT, resumed_from INTEGER REFERENCES run(id) ON DELETE RESTRICT, rerun_of INTEGER REFERENCES run(id) ON DELETE RESTRICT, trashed_day INTEGER, doomed INTEGER NOT NULL DEFAULT 0 CHECK(doomed IN (0, 1)), import_id INTEGER REFERENCES import(id) ON DELETE RESTRICT, origin TEXT CHECK((origin IS NULL) = (import_id IS NULL)), log_json TEXT CHECK(
  (log_json IS NULL OR json_valid(log_json)) AND (log_json IS NULL) = (config_json <> 'null'))) STRICT;
CREATE TABLE series(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  metric TEXT NOT NULL,
  first_step INTEGER NOT NULL,
  last_step INTEGER NOT NULL,
  points INTEGER NOT NULL,
  next_seq INTEGER NOT NULL,
  UNIQUE(run_id, metric)
) STRICT;
CREATE TABLE chunk(
  series_id INTEGER NOT NULL REFERENCES series(id) ON DELETE RESTRICT,
  seq INTEGER NOT NULL,
  first_step INTEGER NOT NULL,
  stride INTEGER NOT NULL CHECK(stride >= 1),
  n INTEGER NOT NULL CHECK(n BETWEEN 1 AND 65536),
  codec INTEGER NOT NULL,
  summary_crc INTEGER NOT NULL,
  data_crc INTEGER NOT NULL,
  summary BLOB NOT NULL,
  data BLOB NOT NULL,
  UNIQUE(series_id, seq)
) STRICT;
CREATE TABLE checkpoint(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  step INTEGER NOT NULL,
  number INTEGER NOT NULL,
  codec INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE(run_id, step)
) STRICT;
CREATE TABLE run_note(
  run_id INTEGER PRIMARY KEY REFERENCES run(id) ON DELETE RESTRICT,
  line TEXT NOT NULL,
  text TEXT NOT NULL CHECK(length(text) BETWEEN 1 AND 100000)
) STRICT;
CREATE TABLE run_tag(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  key TEXT NOT NULL,
  tag TEXT NOT NULL CHECK(length(tag) BETWEEN 1 AND 40),
  PRIMARY KEY(run_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE saved_view(
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200),
  settings_json TEXT NOT NULL CHECK(json_valid(settings_json))
) STRICT, WITHOUT ROWID;
CREATE TABLE op_group(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK(undone IN (0, 1))
) STRICT;
CREATE TABLE op_log(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES op_group(id) ON DELETE RESTRICT,
  run_id INTEGER REFERENCES run(id) ON DELETE RESTRICT,
  view_key TEXT,
  aside INTEGER NOT NULL DEFAULT 0 CHECK(aside IN (0, 1)),
  before_json TEXT NOT NULL CHECK(json_valid(before_json)),
  after_json TEXT NOT NULL CHECK(json_valid(after_json)),
  CHECK((run_id IS NULL) <> (view_key IS NULL))
) STRICT;
CREATE VIRTUAL TABLE run_words USING fts5(
  words,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
CREATE TABLE run_event(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  detail_json TEXT NOT NULL CHECK(json_valid(detail_json))
) STRICT;
CREATE TABLE import(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  -- the name of the file, without its folder
  file TEXT NOT NULL,
  -- the program that wrote it
  generator TEXT NOT NULL
) STRICT;
CREATE TABLE training_time(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  step INTEGER NOT NULL CHECK(step >= 0),
  seconds REAL NOT NULL CHECK(seconds >= 0),
  PRIMARY KEY(run_id, step)
) STRICT, WITHOUT ROWID;
CREATE TABLE lesson_progress(
  -- of what was kept last it is the largest
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lesson INTEGER NOT NULL UNIQUE CHECK(lesson >= 1),
  at INTEGER NOT NULL,
  progress_json TEXT NOT NULL CHECK(json_valid(progress_json))
) STRICT;
CREATE TABLE judged_statement(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  statement TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK(verdict IN ('true', 'false'))
) STRICT;
INSERT INTO import(id, at, file, generator) VALUES (1, 1790000102000, '别人的实验.downhill', 'Downhill 0.1.0');
INSERT INTO import(id, at, file, generator) VALUES (2, 1790000303000, '别处的训练.csv', '');
INSERT INTO import(id, at, file, generator) VALUES (3, 1790000305000, 'trainer_state.json', '');
INSERT INTO meta(key, value) VALUES ('clean_shutdown', '0');
INSERT INTO meta(key, value) VALUES ('days_of_use', '2');
INSERT INTO meta(key, value) VALUES ('last_day_of_use', 'Thu Nov 27 2025');
INSERT INTO meta(key, value) VALUES ('library_uuid', '23e0521d-5abf-4fe2-a33c-7d350b0f656f');
INSERT INTO meta(key, value) VALUES ('search_version', '1');
INSERT INTO experiment(id, uuid, name, created_at, race) VALUES (1, 'd5dd1407-a853-4a46-8886-da435192d3c0', '学习率衰减 🙂', 1790000002000, 'own');
INSERT INTO experiment(id, uuid, name, created_at, race) VALUES (2, '74ad4dbb-5ce1-42d5-a25e-49546f65ca6b', 'again', 1790000008000, NULL);
INSERT INTO experiment(id, uuid, name, created_at, race) VALUES (3, '11486ea9-9a06-4c5d-ba4c-c0cb0d9cde04', '别人的实验', 1789000000000, NULL);
INSERT INTO experiment(id, uuid, name, created_at, race) VALUES (4, 'bfd79bd6-1ee6-4bac-8d7f-5c066f834671', '计时', 1790000202000, 'one');
INSERT INTO experiment(id, uuid, name, created_at, race) VALUES (5, '9750397e-b6e6-447d-a8b0-9449ad1177fe', '别处的训练', 1790000302000, NULL);
INSERT INTO experiment(id, uuid, name, created_at, race) VALUES (6, 'c8368257-3560-47b3-a05a-5ababee38e2d', 'trainer_state', 1790000304000, NULL);
INSERT INTO experiment(id, uuid, name, created_at, race) VALUES (7, '778dd53e-1c8e-4be1-b010-636dd59c5d7b', 'beside logs', 1790000306000, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (1, '83e68e87-0f76-42a7-809b-7fdb2df9834a', 1, '恒定 “η₀”', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":40,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', '0.1.0 v8-13', 'finished', 'max-steps', NULL, 40, NULL, 1790000002000, 1790000003000, 1790000004000, NULL, 1, 1, 0, '衰减会更低', 'it was', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (2, '71ef4f3f-9317-4d2d-8bce-1a2d7deeb7c6', 1, 'fork', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":40,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null},"fork":{"step":20,"from":{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":40,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}}}', '0.1.0 v8-13', 'finished', 'max-steps', NULL, 18, NULL, 1790000002000, 1790000005000, 1790000006000, NULL, 0, 0, 0, '', '', 1, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (3, '0f5b97e3-10a2-4a2f-9a2c-3258cf1ed87a', 1, 'it''s diverging', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":3,"totalSteps":40,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', '0.1.0 v8-13', 'diverged', 'loss', NULL, 0, NULL, 1790000002000, NULL, 1790000007000, NULL, 0, 0, 1, '', '', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (4, '6a5dfcda-9470-4028-be02-6c962e8c9bec', 2, 'again', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":40,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', '0.1.0 v8-13', 'failed', 'worker-error', NULL, 0, NULL, 1790000008000, NULL, 1790000009000, NULL, 0, 0, 0, '', '', NULL, NULL, 1, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (5, 'ad699007-9eb5-4b74-80f0-317d898271b4', 2, 'running', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":40,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', '0.1.0 v8-13', 'interrupted', 'host-exit', NULL, 3, NULL, 1790000008000, 1790000012000, 1790000012000, NULL, 0, 0, 0, '', '', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (6, 'b231ab83-c109-45b1-8d0a-3419d2161a0e', 2, '弃置', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":40,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', '0.1.0 v8-13', 'stopped', 'user', NULL, 0, NULL, 1790000008000, NULL, 1790000011000, 1790000013000, 0, 0, 0, '', '', NULL, NULL, NULL, 1, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (7, '34a97446-3483-4768-a8a0-812bc23589e4', 3, 'given', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":4,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', 'engine of another', 'finished', 'max-steps', NULL, 4, NULL, 1789000000000, NULL, 1789000001000, NULL, 0, 0, 0, '', '', NULL, NULL, NULL, NULL, 0, 1, '00000000-0000-4000-8000-000000000001', NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (8, '6d3c95d3-10d8-466c-815c-14966e625ecc', 3, 'given again', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":4,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', 'engine of another', 'finished', 'max-steps', NULL, 4, NULL, 1789000000000, NULL, 1789000001000, NULL, 0, 0, 0, '', 'as it was there', NULL, NULL, 7, NULL, 0, 1, '00000000-0000-4000-8000-000000000002', NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (9, '773f6ee6-1fa8-4100-9b11-e1d8f7b357ae', 4, '计了时的', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":4,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', 'test', 'finished', 'max-steps', NULL, 4, '{"finalLoss":1,"bestLoss":1,"bestStep":4,"firstLosses":[5],"tail":{"steps":1,"means":[1]},"testAccuracy":null,"testLoss":null,"falseConvergence":null}', 1790000202000, 1790000203000, 1790000204000, NULL, 1, 0, 0, '', '', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (10, '26c0b08b-db94-4da6-a9e0-a60e4d9694e4', 4, 'longer', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.2,"totalSteps":6,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', 'test', 'stopped', 'person', NULL, 6, NULL, 1790000202000, 1790000208000, 1790000209000, NULL, 0, 0, 0, '', '', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (11, 'c74fb6b2-f40c-4c3a-a8b8-9c9a82182dce', 4, 'under way', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.3,"totalSteps":9,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', 'test', 'interrupted', 'host-exit', NULL, 2, NULL, 1790000202000, 1790000210000, 1790000210000, NULL, 0, 0, 0, '', '', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (12, '9e0b5d27-04ec-46aa-b71b-d1cd7909326b', 5, '别处的训练', 'null', '', 'diverged', 'loss', NULL, 3, '{"firstLosses":[2.5],"finalLoss":{"$number":"NaN"},"bestLoss":0.5,"bestStep":1,"tail":{"steps":1,"means":[{"$number":"NaN"}]},"testLoss":null,"testAccuracy":0.9,"falseConvergence":null}', 1790000302000, NULL, 1790000302000, NULL, 0, 0, 1, '', '', NULL, NULL, NULL, NULL, 0, 2, '30474a2c-cbf6-84e5-a599-c5a3e9358e87', '{"unit":"epoch","columns":[{"name":"loss","metric":"train/loss","percent":false},{"name":"val_acc","metric":"eval/test_accuracy","percent":true}],"left":["奖励"]}');
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (13, '2ae7b862-e62c-444b-b935-acbe74741f1e', 6, 'bert', 'null', '', 'finished', NULL, NULL, 20, '{"firstLosses":[1.5],"finalLoss":0.25,"bestLoss":0.25,"bestStep":20,"tail":{"steps":1,"means":[0.25]},"testLoss":null,"testAccuracy":null,"falseConvergence":null}', 1790000304000, NULL, 1790000304000, NULL, 0, 1, 0, '', '', NULL, NULL, NULL, NULL, 0, 3, '6d8c2683-4221-8ed0-b4b0-a2780730bc83', '{"unit":"step","columns":[{"name":"loss","metric":"train/loss","percent":false},{"name":"learning_rate","metric":"optim/lr","percent":false}],"left":[]}');
INSERT INTO run(id, uuid, experiment_id, name, config_json, engine_version, state, reason, error, step, result_json, created_at, saved_at, ended_at, trashed_at, pinned, baseline, archived, prediction, conclusion, forked_from, resumed_from, rerun_of, trashed_day, doomed, import_id, origin, log_json) VALUES (14, 'dd1ecf51-94ac-4472-a29a-70d7af29d064', 7, 'beside', '{"version":1,"seed":1,"replicates":1,"problem":{"kind":"objective","objective":{"id":"quadratic-bowl","params":{"lambda1":1,"lambda2":0.05}},"start":[1,1],"noise":1,"scale":1},"optimizer":{"id":"sgd","params":{"weightDecay":0}},"schedule":{"id":"constant","params":{}},"scheduleUnit":"step","scheduleStart":0,"scheduleMetric":"epoch-mean","stepsPerEpoch":null,"lr":0.1,"totalSteps":2,"recordEvery":1,"evaluateEvery":0,"stop":{"lossLimit":null,"lossChange":null,"gradNorm":null,"targetLoss":null,"patience":null}}', 'test', 'interrupted', 'host-exit', NULL, 1, NULL, 1790000306000, 1790000307000, 1790000307000, NULL, 0, 0, 0, '', '', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (1, '28725b23-b501-426f-ade3-35afa5a473ca', 1, 'train/loss', 0, 40, 41, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (2, 'f3346679-4ddb-4d55-9fa7-bf41ffa9d178', 1, 'optim/lr', 0, 39, 40, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (3, '00075436-31a8-4877-b2db-03d6486a763a', 1, 'optim/grad_norm', 0, 39, 40, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (4, 'ce8302b7-52f1-4c65-b914-c8e6a3b406c2', 1, 'param/0', 0, 40, 41, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (5, '1f5dd6b3-281d-48b6-9d48-c222b1947bdc', 1, 'param/1', 0, 40, 41, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (6, '5c5adcaf-5567-4ffe-b346-01b2bee8d48c', 2, 'train/loss', 0, 17, 18, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (7, '99d45bf0-3e5f-4e1a-a36a-10dc369a6a77', 5, 'train/loss', 0, 2, 3, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (8, '9b301543-8130-4ba7-bc86-ea1ac746334d', 7, 'train/loss', 0, 4, 5, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (9, '0f7d2044-1dd2-44be-97e0-332ce417ca38', 8, 'train/loss', 0, 4, 5, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (10, '53206b09-ca0a-4b66-8c4d-daa56612276b', 9, 'train/loss', 0, 4, 5, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (11, '14989657-a136-4f71-a181-af158298f10c', 9, 'optim/lr', 0, 3, 4, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (12, 'cbd8f919-357c-41f7-b829-33702519b296', 10, 'train/loss', 0, 6, 7, 2);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (13, '34744960-5b3e-43fe-840a-93e723f1a757', 11, 'train/loss', 0, 2, 3, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (14, '46e65587-4b70-47d2-bb41-c31cc7ff5c98', 12, 'train/loss', 0, 3, 3, 2);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (15, 'f59414ec-87eb-4c70-8add-cbf91f37acae', 12, 'eval/test_accuracy', 0, 3, 3, 2);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (16, '84946a31-9f04-416b-b613-0ea185aa671d', 13, 'train/loss', 10, 20, 2, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (17, '193b961d-bd7d-4181-9277-a8794346ad2b', 13, 'optim/lr', 10, 20, 2, 1);
INSERT INTO series(id, uuid, run_id, metric, first_step, last_step, points, next_seq) VALUES (18, '55000403-4cbe-4bdb-b159-6ec54a9df31d', 14, 'train/loss', 0, 1, 2, 1);
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (1, 0, 0, 1, 41, 0, 671051148, 3432769778, x'4f3ef07689ca9a3fcdcccccccccce03f0000000000000000', x'cdcccccccccce03f0b476b556f11d63f2688d65e80ffcb3f8b9f9d016160d03fc698fdfc6dc8cd3faf7783a1f87ecd3f4239e5f660fec13f03d8b93bb652c43f23ce974cf920c13f767a5f5d3a60c43fbaf119e87b24c33fba30e68ce232c73f861fc450e21dc53ff4e10c5ca160c23fe2fe6fb719b5b13f7c05873c88f7a73fa6094554ee24a93f4f3ef07689ca9a3f7d2da1662247a03f223e4e17a260b23f0dccf554160bb93f127eada4d78ab83fe3147a83fbb9b53f71c258cfd10cbc3f8ab7d61ad4dcc23f00c1dfd05628c23f00acad112e5ec03f12813c33855eab3f5aa8b7c67035ad3f9d1c11c1f035af3f57b362d9b535b53f5678956d0ba4ad3f8cddf3218be6aa3f744fc1730a6fa83f08154c2e19a1b53fcf70f51db45eb23fb53714489b32c13f1cec2f0671f0be3f177e38abbe3ec03fc6fc3e910ed0b33f8275211e4d9dbb3f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (2, 0, 0, 1, 40, 0, 3093300787, 1622941520, x'9a9999999999b93f9a9999999999b93f0000000000000000', x'9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (3, 0, 0, 1, 40, 0, 2343361312, 342727888, x'cda1f61dda09c23f1bd25dc0b2560d400000000000000000', x'38c0f4ad8816004011dac2eb268bfe3f1eca4b01a9a5f93f855fbdf13c1bdd3fd4242eba121bc63f5fb2ab54de750540e834cdebe903e63f18e3472b3e74e23fb48622188f4be93fec04575a2ab6f73fd28bb7450058fe3fdb3bdfc2d42af43f5d752157f742db3fb915706dd8030440c2a5331d3a5e00407193de2d27c803401bd25dc0b2560d40f02edcb99b96fb3f313ef2a4bd4301400d9d739176eded3f445c3bf417a1f13f2209871f69beea3fe4c77384b9d4ed3fdac405765fe3ec3f19a9d279949ee73fb5da5f2372b00640b02203ee6cf8ff3f4e5b617482f8e53fcda1f61dda09c23fa66106938ab5f53f9a9b9e14482de83fe18a779fd473e23f51a5c69d08f50140f2c802fe7baaf53f69ab4c8d7c75d93fe58474393309fa3fbf24fb15921fe13fa54edb135db8e13ff5041770d2e1f43fe26f0c96331b0940');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (4, 0, 0, 1, 41, 0, 2716183942, 4288224241, x'f6cc21d53117b1bf000000000000f03f0000000000000000', x'000000000000f03f1207796c0da9e93f8f21b5b0b7dae33f52dfee081248e53ff74a0c7a003ae43fa93999c09429e43f7a0c397d7c63df3f332a835ff7a9e03ff60cbc9ebd51de3fe09695810098e03fc05f09e9d2f9de3f94009623c6fbe13f07e60d2d37a9e03ff2fb1c01879cde3ffcb5916add17d43fc49370451dd9c83f80a4763858dbbe3ff6cc21d53117b1bf40dd27c6c8f5b23f9950d1397282d23f3de1d6271af5d63f0731465edaacd73f91377a3ae3f0d43f41116d417bcad93f02859e0c2161df3f8ea566338122de3fa43f983b821bde3f6c7a56f21c57d13f27980943427fd13f1cf64e1e0157d23f3e4d11c27584d73fbc19aebc56d3d23fcf85fe4afb24d13fe956cb29764bca3ffae27d856acfd53f84c62cfdbe43d33fef3377e39fa8dd3f2f51c906ed15dc3ff71a9c6cbb8edc3fe7b9fd177fb2d43fc748a9078cf0db3f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (5, 0, 0, 1, 41, 0, 2802161190, 3301949791, x'ec2f9da2acb2e63f7568178a41b3f43f0000000000000000', x'000000000000f03f25209b8a22e5ee3f1ce3ddb8a865f03f50e6abda4cdcf23f5a25f29ffa5bf23fc90f97fbb715f23fbee7f1720bd7ec3fc46b4e8707d1ee3f73053e6e60bfed3f0273ce6acdd4ef3f85bd102caf38f23fce9e1f9933e9ee3ff47e38e4575cf13f0864b8d8b449f13f721d6803198aec3f1d6b4fde51ecf03f7568178a41b3f43fca59b32c934fef3f9752fd32553ff13f3eded7685884f13ff4c60c14b084f23f4f0288f4b8c3f03f50f93785efe9f13fbc1dabe88e0bf13f221083b0b6adf03f8775f3365cd1f13fcec3853f588fea3f5d5c228d9631ea3f8a8dd245ae63ec3f714ec66cce8cec3f860c966e7b10e93f4c92c4add17ae83fb86148e2581fea3f4d1e9579c682f03f10a0d497e772f03f79c63e666f75f03fb9defeb70c9ff03f347937a0b8b8ef3fa7b6a5b828bdf03f5f5c09e74c08f03fec2f9da2acb2e63f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (6, 0, 0, 1, 18, 0, 1854654631, 3920297753, x'0000000000000080ffffffffffffef7f0000000000002840', x'000000000000f87f010000000000f87fefbe0000addef8ff010000000000f07f000000000000f07f000000000000f0ff00000000000000800100000000000000ffffffffffffef7f000000000000f87f010000000000f87fefbe0000addef8ff010000000000f07f000000000000f07f000000000000f0ff00000000000000800100000000000000ffffffffffffef7f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (7, 0, 0, 1, 3, 0, 680746962, 3649131238, x'000000000000f03f00000000000008400000000000000000', x'00000000000008400000000000000040000000000000f03f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (8, 0, 0, 1, 5, 0, 2136707302, 3364464642, x'00000000000000800000000000001440000000000000f03f', x'000000000000f03f000000000000f87f000000000000008000000000000010400000000000001440');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (9, 0, 0, 1, 5, 0, 364465101, 1105941163, x'00000000000000800000000000001440000000000000f03f', x'000000000000f03f000000000000f87f000000000000008000000000000010400000000000001440');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (10, 0, 0, 1, 5, 0, 3602933515, 2754509578, x'000000000000f03f00000000000014400000000000000000', x'0000000000001440000000000000104000000000000008400000000000000040000000000000f03f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (11, 0, 0, 1, 4, 0, 4196339454, 2094761324, x'9a9999999999b93f9a9999999999b93f0000000000000000', x'9a9999999999b93f9a9999999999b93f9a9999999999b93f9a9999999999b93f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (12, 0, 0, 1, 3, 0, 2524984644, 4201492278, x'0000000000001c4000000000000022400000000000000000', x'000000000000224000000000000020400000000000001c40');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (12, 1, 3, 1, 4, 0, 1762955069, 2641053839, x'00000000000000800000000000001840000000000000f03f', x'000000000000184000000000000014400000000000000080000000000000f87f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (13, 0, 0, 1, 3, 0, 1942567824, 2195404452, x'000000000000f03f00000000000008400000000000000000', x'00000000000008400000000000000040000000000000f03f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (14, 0, 0, 1, 2, 0, 221753838, 2548358025, x'000000000000e03f00000000000004400000000000000000', x'0000000000000440000000000000e03f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (14, 1, 3, 1, 1, 0, 3292324718, 3340328669, x'000000000000f07f000000000000f0ff000000000000f03f', x'000000000000f87f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (15, 0, 0, 1, 2, 0, 495839452, 2989296257, x'9a9999999999d93f9a9999999999e93f0000000000000000', x'9a9999999999d93f9a9999999999e93f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (15, 1, 3, 1, 1, 0, 455971930, 3367371035, x'cdccccccccccec3fcdccccccccccec3f0000000000000000', x'cdccccccccccec3f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (16, 0, 10, 10, 2, 0, 739289085, 2484186998, x'000000000000d03f000000000000f83f0000000000000000', x'000000000000f83f000000000000d03f');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (17, 0, 10, 10, 2, 0, 2063496794, 2433774587, x'2d431cebe236fa3e2d431cebe2360a3f0000000000000000', x'2d431cebe2360a3f2d431cebe236fa3e');
INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data) VALUES (18, 0, 0, 1, 2, 0, 3347088231, 598836744, x'000000000000008000000000000000400000000000000000', x'00000000000000400000000000000080');
INSERT INTO checkpoint(run_id, step, number, codec, crc, data) VALUES (1, 40, 0, 0, 3286439316, x'7b2276657273696f6e223a312c2273746570223a34302c226d656d62657273223a5b7b2273746570223a34302c22706172616d73223a7b2224666c6f61743634223a227830697042347a77327a2f734c353269724c4c6d50773d3d227d2c226f7074696d697a6572223a7b7d2c226f7074696d697a65725374617274223a302c227363686564756c65223a6e756c6c2c2270726f626c656d223a6e756c6c2c2273747265616d73223a7b22696e6974223a7b22776f7264223a333933323432343730312c226b6570744e6f726d616c223a6e756c6c7d2c2262617463686573223a7b22776f7264223a3530313638373231382c226b6570744e6f726d616c223a6e756c6c7d2c226e6f697365223a7b22776f7264223a3731373932303939322c226b6570744e6f726d616c223a6e756c6c7d2c2264617461223a7b22776f7264223a333738313933393635342c226b6570744e6f726d616c223a6e756c6c7d7d2c226f7574636f6d65223a7b22737461747573223a2266696e6973686564222c22726561736f6e223a226d61782d7374657073222c2273746570223a34307d2c22647261776e223a6e756c6c7d5d2c2273746f70223a6e756c6c2c2273756d6d617279223a7b22626573744c6f7373223a302e3032363136333234323232393836383831382c226265737453746570223a31372c227265636f72646564223a34312c226c61737453746570223a34302c2272696e67223a7b2224666c6f61743634223a227a637a4d7a4d7a4d3444384c523274566278485750796149316c36412f38732f69352b644157466730442f476d50333862636a4e50363933673648346673302f516a6e6c396d442b77543844324c6b37746c4c455079504f6c307a35494d452f646e70665854706778442b3638526e6f6579544450376f77356f7a694d73632f68682f45554f496478542f30345178636f574443502b4c2b6237635a7462452f6641574850496a33707a2b6d43555655376953705030382b3848614a79706f2f665332685a694a486f443869506b34586f6d43795077334d3956515743376b2f456e3674704e654b75442f6a464871442b376d3150334843574d2f52444c772f6972665747745463776a384177642f5156696a4350774373725245755873412f456f45384d345665717a3961714c66476344577450353063456348774e61382f56374e693262553174543957654a56744336537450347a643879474c35716f2f64452f426377707671443849465577754761473150383977395232305872492f74546355534a737977543863374338476366432b5078642b4f4b752b5073412f7876772b6b513751737a2b4364534565545a32375077414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141414141413d3d227d2c22746573744c6f7373223a6e756c6c2c22746573744163637572616379223a6e756c6c7d7d');
INSERT INTO run_note(run_id, line, text) VALUES (1, '第一行', '第一行

$\eta_0 = 0.1$');
INSERT INTO run_note(run_id, line, text) VALUES (7, '来自文件的笔记', '来自文件的笔记');
INSERT INTO run_note(run_id, line, text) VALUES (8, '来自文件的笔记', '来自文件的笔记');
INSERT INTO run_note(run_id, line, text) VALUES (9, '用时 $t$', '用时 $t$');
INSERT INTO run_note(run_id, line, text) VALUES (12, '来自日志', '来自日志');
INSERT INTO run_tag(run_id, key, tag) VALUES (1, 'thesis', 'Thesis');
INSERT INTO run_tag(run_id, key, tag) VALUES (1, '衰减太快', '衰减太快');
INSERT INTO run_tag(run_id, key, tag) VALUES (2, 'thesis', 'Thesis');
INSERT INTO run_tag(run_id, key, tag) VALUES (2, '衰减太快', '衰减太快');
INSERT INTO run_tag(run_id, key, tag) VALUES (7, '导入', '导入');
INSERT INTO run_tag(run_id, key, tag) VALUES (8, '导入', '导入');
INSERT INTO run_tag(run_id, key, tag) VALUES (9, '计时', '计时');
INSERT INTO run_tag(run_id, key, tag) VALUES (12, '日志', '日志');
INSERT INTO saved_view(key, name, settings_json) VALUES ('发散的', '发散的', '{"search":"衰减","filter":{"state":["diverged"]},"group":"experiment","sort":{"column":"made","descending":true},"columns":["problem","last"]}');
INSERT INTO op_group(id, kind, undone) VALUES (1, 'edit', 0);
INSERT INTO op_group(id, kind, undone) VALUES (2, 'tag', 0);
INSERT INTO op_group(id, kind, undone) VALUES (3, 'archive', 0);
INSERT INTO op_group(id, kind, undone) VALUES (4, 'trash', 0);
INSERT INTO op_group(id, kind, undone) VALUES (5, 'save-view', 0);
INSERT INTO op_group(id, kind, undone) VALUES (7, 'import', 0);
INSERT INTO op_group(id, kind, undone) VALUES (8, 'conclude', 0);
INSERT INTO op_group(id, kind, undone) VALUES (9, 'edit', 0);
INSERT INTO op_group(id, kind, undone) VALUES (10, 'import', 0);
INSERT INTO op_group(id, kind, undone) VALUES (11, 'import', 0);
INSERT INTO op_group(id, kind, undone) VALUES (12, 'edit', 0);
INSERT INTO op_group(id, kind, undone) VALUES (13, 'edit', 0);
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (1, 1, 1, NULL, 0, '{"note":"","pinned":false,"baseline":false,"prediction":"","conclusion":""}', '{"note":"第一行\n\n$\\eta_0 = 0.1$","pinned":true,"baseline":true,"prediction":"衰减会更低","conclusion":"it was"}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (2, 2, 1, NULL, 0, '{"tags":[]}', '{"tags":["Thesis","衰减太快"]}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (3, 2, 2, NULL, 0, '{"tags":[]}', '{"tags":["Thesis","衰减太快"]}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (4, 3, 3, NULL, 0, '{"archived":false}', '{"archived":true}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (5, 4, 6, NULL, 0, '{"trashed":false}', '{"trashed":true}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (6, 5, NULL, '发散的', 0, 'null', '{"name":"发散的","settings":{"search":"衰减","filter":{"state":["diverged"]},"group":"experiment","sort":{"column":"made","descending":true},"columns":["problem","last"]}}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (8, 7, 7, NULL, 0, '{"trashed":true}', '{"trashed":false}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (9, 7, 8, NULL, 0, '{"trashed":true}', '{"trashed":false}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (10, 8, 8, NULL, 0, '{"conclusion":""}', '{"conclusion":"as it was there"}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (11, 9, 9, NULL, 0, '{"note":"","pinned":false,"tags":[]}', '{"note":"用时 $t$","pinned":true,"tags":["计时"]}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (12, 10, 12, NULL, 0, '{"trashed":true}', '{"trashed":false}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (13, 11, 13, NULL, 0, '{"trashed":true}', '{"trashed":false}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (14, 12, 12, NULL, 0, '{"note":"","archived":false,"tags":[]}', '{"note":"来自日志","archived":true,"tags":["日志"]}');
INSERT INTO op_log(id, group_id, run_id, view_key, aside, before_json, after_json) VALUES (15, 13, 13, NULL, 0, '{"name":"trainer_state","baseline":false}', '{"name":"bert","baseline":true}');
INSERT INTO run_event(id, run_id, kind, step, at, detail_json) VALUES (1, 4, 'continued', 5, 1790000010000, '{"after":"failed","reason":"worker-error"}');
INSERT INTO run_event(id, run_id, kind, step, at, detail_json) VALUES (2, 8, 'compared', 4, 1789000002000, '{"with":"34a97446-3483-4768-a8a0-812bc23589e4","values":5,"differs":null,"otherEngine":null}');
INSERT INTO run_event(id, run_id, kind, step, at, detail_json) VALUES (3, 10, 'extended', 3, 1790000207000, '{"totalSteps":6,"from":0,"result":{"finalLoss":6,"bestLoss":6,"bestStep":3,"firstLosses":[9],"tail":{"steps":1,"means":[6]},"testAccuracy":null,"testLoss":null,"falseConvergence":null},"ends":{"train/loss":6}}');
INSERT INTO training_time(run_id, step, seconds) VALUES (9, 0, 0.0);
INSERT INTO training_time(run_id, step, seconds) VALUES (9, 2, 0.125);
INSERT INTO training_time(run_id, step, seconds) VALUES (9, 4, 0.3);
INSERT INTO training_time(run_id, step, seconds) VALUES (10, 6, 0.75);
INSERT INTO training_time(run_id, step, seconds) VALUES (11, 2, 0.05);
INSERT INTO training_time(run_id, step, seconds) VALUES (14, 1, 0.5);
INSERT INTO lesson_progress(id, lesson, at, progress_json) VALUES (1, 1, 1764240000000, '{"section":"conclusion","predicted":"step","drawn":[],"ran":true,"checked":"second","tries":[],"met":false,"conclusion":"梯度变小，步子就变短"}');
INSERT INTO lesson_progress(id, lesson, at, progress_json) VALUES (3, 7, 1764240000000, '{"section":"challenge","predicted":"frozen","drawn":[[0,1.5],[40,1e-300]],"ran":true,"checked":"b","tries":[{"label":"k 0.1","measured":"never","met":false},{"label":"k 0.02","measured":0.00123,"met":true}],"met":true,"conclusion":""}');
INSERT INTO judged_statement(id, statement, at, verdict) VALUES (1, 'always-decay', 1764240000000, 'true');
INSERT INTO judged_statement(id, statement, at, verdict) VALUES (3, 'larger-is-faster', 1764240000000, 'false');
DELETE FROM run_words_data;
INSERT INTO run_words_data(id, block) VALUES (1, x'1378');
INSERT INTO run_words_data(id, block) VALUES (10, x'00000000ff00000102031900031101010110010112010101111100000102010112120000010000');
INSERT INTO run_words_data(id, block) VALUES (137438953473, x'000000230530626572741a0202010573746174651a02040107747261696e65721a020304090a');
INSERT INTO run_words_data(id, block) VALUES (274877906945, x'0000001907306265736964651c04020301046c6f67731c0204040c');
INSERT INTO run_words_data(id, block) VALUES (2336462209025, x'000002b9023030030406030101310302080105616761696e080402030202030202040402030109646976657267696e6706020401036574610302050104666f726b0402020105676976656e0e02020202020102697406020201066c6f6e676572140202010772756e6e696e670a02020101730602030204746174651a0403040101741302040205686573697302020b02020902067261696e65721a0402040105756e64657216020201037761791602030103ceb7300202040106e4b880e8a18c0302030205b9a0e78e870202060202040202060205ba86e697b61202030304bae79a840e02040202050205bbb6e79a840f02050202050103e585a50e020902020a0202878f0202090202070202090403e5a4aa02020d02020b020588abe4baba0e02030202040403e5a484180402070205a484e79a84180403070304aae5bfab02020e02020c0205ada6e4b9a00202050202030202050202ae9a02020303049ee9aa8c0e02060202070205afbce585a50e02080202090205bc83e7bdae0c02020202bf9718020d0102050301ab02020f02020d0106e68192e5ae9a02020202059687e4bbb60f0204020204020597a5e5bf9718020c0102040301b6120407040102030102040202050403e79a8412020402059da5e887aa0f02020202020802020106e78e87e8a1b0020207020205020207020594a8e697b613020202029a841202050403e5ae9e0e02050202060403e7ac940f02060202060403e8aead180404070205ac94e8aeb00f02070202070304ace4b8800302020202bb83180406070202bdae0c02030106e887aae696870f0203020203050297a51902030202a18c0302040304b0e5878f02040806020406060202080205aea1e4ba861202020403e697b6120406040202030202040304ade7bb83180405070301b00f02080202080103e9aa8c0e02070202080104f09f998202020a02020802020a040706140e08090d070b0c060a060d0c0a08080b100a0c0d0b0d0b0d090b0c10070c0d0a0a090b0d0d100810110a070b0b090d0908070e0707110a0f0a090b');
INSERT INTO run_words_data(id, block) VALUES (9009535716950016, x'040000000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001a0000000000000000000000000000000000000000');
DELETE FROM run_words_idx;
INSERT INTO run_words_idx(segid, term, pgno) VALUES (1, x'', 2);
INSERT INTO run_words_idx(segid, term, pgno) VALUES (2, x'', 2);
INSERT INTO run_words_idx(segid, term, pgno) VALUES (17, x'', 2);
DELETE FROM run_words_docsize;
INSERT INTO run_words_docsize(id, sz, origin) VALUES (2, x'0e', 4);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (3, x'07', 3);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (4, x'0c', 4);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (6, x'09', 1);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (8, x'02', 6);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (10, x'02', 2);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (12, x'03', 2);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (14, x'08', 8);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (15, x'07', 7);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (16, x'09', 9);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (17, x'07', 8);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (18, x'08', 12);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (19, x'03', 11);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (20, x'03', 10);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (22, x'04', 10);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (24, x'0c', 16);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (25, x'04', 15);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (26, x'03', 17);
INSERT INTO run_words_docsize(id, sz, origin) VALUES (28, x'03', 18);
DELETE FROM run_words_config;
INSERT INTO run_words_config(k, v) VALUES ('version', 4);
CREATE INDEX run_by_experiment ON run(experiment_id);
CREATE UNIQUE INDEX run_one_baseline ON run(experiment_id) WHERE baseline = 1;
CREATE INDEX run_doomed ON run(doomed) WHERE doomed = 1;
CREATE INDEX run_by_fork ON run(forked_from) WHERE forked_from IS NOT NULL;
CREATE INDEX run_by_resumption ON run(resumed_from) WHERE resumed_from IS NOT NULL;
CREATE INDEX run_by_rerun ON run(rerun_of) WHERE rerun_of IS NOT NULL;
CREATE INDEX op_log_by_group ON op_log(group_id);
CREATE INDEX op_log_by_run ON op_log(run_id) WHERE run_id IS NOT NULL;
CREATE INDEX run_event_by_run ON run_event(run_id);
CREATE INDEX run_by_origin ON run(origin) WHERE origin IS NOT NULL;
CREATE TRIGGER chunk_is_append_only BEFORE UPDATE ON chunk
BEGIN SELECT RAISE(ABORT, 'chunks are never changed'); END;
UPDATE sqlite_sequence SET seq = 7 WHERE name = 'experiment';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'import';
UPDATE sqlite_sequence SET seq = 14 WHERE name = 'run';
UPDATE sqlite_sequence SET seq = 18 WHERE name = 'series';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'run_event';
UPDATE sqlite_sequence SET seq = 13 WHERE name = 'op_group';
UPDATE sqlite_sequence SET seq = 15 WHERE name = 'op_log';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'lesson_progress';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'judged_statement';
PRAGMA application_id = 1145588802;
PRAGMA user_version = 8;
