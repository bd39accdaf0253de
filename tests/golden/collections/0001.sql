BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE deck (
	learner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	added_at BIGINT NOT NULL, 
	PRIMARY KEY (learner, id), 
	FOREIGN KEY(learner) REFERENCES learner (id), 
	UNIQUE (learner, name)
);
INSERT INTO "deck" VALUES('me','e8918124adf0e55c374df443','Deck',1772443800000000);
CREATE TABLE document (
	learner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	language TEXT NOT NULL, 
	text TEXT NOT NULL, 
	blocks TEXT NOT NULL, 
	added_at BIGINT NOT NULL, 
	PRIMARY KEY (learner, id), 
	FOREIGN KEY(learner) REFERENCES learner (id), 
	UNIQUE (learner, name, version)
);
CREATE TABLE entry (
	learner TEXT NOT NULL, 
	sequence BIGINT NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	payload TEXT NOT NULL, 
	happened_at BIGINT NOT NULL, 
	arrived_at BIGINT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (learner, sequence), 
	FOREIGN KEY(learner) REFERENCES learner (id), 
	UNIQUE (learner, id)
);
INSERT INTO "entry" VALUES('me',1,'82ffb9478309475b8e171c077b9719f3','accepted','1df260e5ea6e9814a4e52da2','{}',1772443800000000,1772443800000000,'0000000000000000000000000000000000000000000000000000000000000000','802c5df8edd7ed35b4ada20658d6acd1e934f1fe7dc04a9578ed3939960a362d');
INSERT INTO "entry" VALUES('me',2,'159169e9c89444fa8255fae517d1e8f9','accepted','5d289db1cbe41db46112db37','{}',1772443800000000,1772443800000000,'802c5df8edd7ed35b4ada20658d6acd1e934f1fe7dc04a9578ed3939960a362d','1a709807993a9870e92b72087845611f6d68a254d9204d3d038a9a36b81ea4a8');
INSERT INTO "entry" VALUES('me',3,'64677df3203f4e79a266e371c2dbc061','answered','1df260e5ea6e9814a4e52da2-0','{"rating":4,"due":"2026-03-11T04:00:00+00:00","took_ms":1500,"seen":0}',1772443800000000,1772443800000000,'1a709807993a9870e92b72087845611f6d68a254d9204d3d038a9a36b81ea4a8','82a4b467ede905427ef446cb4bf087a7ce4129df281be6d40cb137b01cb8be7d');
INSERT INTO "entry" VALUES('me',4,'95a228aa07c94a3a810a1f6140b68cf2','answered','5d289db1cbe41db46112db37-0','{"rating":3,"due":"2026-03-02T09:41:00+00:00","took_ms":1500,"seen":0}',1772443860000000,1772443860000000,'82a4b467ede905427ef446cb4bf087a7ce4129df281be6d40cb137b01cb8be7d','b223265fd137243ed1f8d1807690b2bd6fd3e304165c846dcafe9fccc36a297a');
CREATE TABLE learner (
	id TEXT NOT NULL, 
	settings TEXT NOT NULL, 
	added_at BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "learner" VALUES('me','{"time_zone":"UTC","day_starts_at":4,"learning_steps":[60.0,600.0],"relearning_steps":[600.0],"desired_retention":0.9,"longest_interval_days":36500,"parameters":[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542],"fuzz":true,"new_a_day":20,"reviews_a_day":200,"learn_ahead":1200.0,"bury_siblings":true}',1772443800000000);
CREATE TABLE note (
	learner TEXT NOT NULL, 
	id TEXT NOT NULL, 
	deck TEXT NOT NULL, 
	document TEXT, 
	position INTEGER NOT NULL, 
	payload TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	added_at BIGINT NOT NULL, 
	PRIMARY KEY (learner, id), 
	FOREIGN KEY(learner, deck) REFERENCES deck (learner, id), 
	FOREIGN KEY(learner, document) REFERENCES document (learner, id), 
	FOREIGN KEY(learner) REFERENCES learner (id)
);
INSERT INTO "note" VALUES('me','1df260e5ea6e9814a4e52da2','e8918124adf0e55c374df443',NULL,1,'{"type":"basic","id":"1df260e5ea6e9814a4e52da2","question":"atp?","answer":"atp!","language":"zh","tags":[],"kind":"definition","score":0.5,"reasons":[],"source":{"document":"elements.txt","start":0,"end":1,"text":"\u6c34","section":[]}}','accepted',1772443800000000);
INSERT INTO "note" VALUES('me','5d289db1cbe41db46112db37','e8918124adf0e55c374df443',NULL,2,'{"type":"basic","id":"5d289db1cbe41db46112db37","question":"dna?","answer":"dna!","reversed":true,"language":"zh","tags":[],"kind":"definition","score":0.5,"reasons":[],"source":{"document":"elements.txt","start":0,"end":1,"text":"\u6c34","section":[]}}','accepted',1772443800000000);
CREATE TABLE schedule (
	learner TEXT NOT NULL, 
	card TEXT NOT NULL, 
	note TEXT NOT NULL, 
	deck TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	shuffle INTEGER NOT NULL, 
	active BOOLEAN NOT NULL, 
	state TEXT NOT NULL, 
	due BIGINT, 
	stability DOUBLE, 
	difficulty DOUBLE, 
	step INTEGER, 
	interval_days INTEGER, 
	reps INTEGER, 
	lapses INTEGER, 
	last_review BIGINT, 
	suspended BOOLEAN NOT NULL, 
	buried_until BIGINT, 
	seen INTEGER NOT NULL, 
	introduced BIGINT, 
	reviewed BIGINT, 
	latest BIGINT, 
	answered_below BIGINT NOT NULL, 
	PRIMARY KEY (learner, card), 
	FOREIGN KEY(learner, note) REFERENCES note (learner, id), 
	FOREIGN KEY(learner) REFERENCES learner (id)
);
INSERT INTO "schedule" VALUES('me','1df260e5ea6e9814a4e52da2-0','1df260e5ea6e9814a4e52da2','e8918124adf0e55c374df443',0,1,91209438,1,'review',1773201600000000,8.2956,1.0,0,9,1,0,1772443800000000,0,NULL,1,1772443800000000,NULL,1772443800000000,1);
INSERT INTO "schedule" VALUES('me','5d289db1cbe41db46112db37-0','5d289db1cbe41db46112db37','e8918124adf0e55c374df443',0,2,143464938,1,'learning',1772444460000000,2.3065,2.118,1,0,1,0,1772443860000000,0,NULL,1,1772443860000000,NULL,1772443860000000,1);
INSERT INTO "schedule" VALUES('me','5d289db1cbe41db46112db37-1','5d289db1cbe41db46112db37','e8918124adf0e55c374df443',1,2,156151886,1,'new',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,NULL,NULL,NULL,0);
CREATE INDEX entry_by_subject ON entry (learner, subject);
CREATE INDEX entry_by_time ON entry (learner, happened_at);
CREATE INDEX note_by_deck ON note (learner, deck, position);
CREATE INDEX note_by_document ON note (learner, document, position);
CREATE INDEX note_by_position ON note (learner, position);
CREATE INDEX schedule_by_deck_and_due ON schedule (learner, deck, active, state, due, shuffle);
CREATE INDEX schedule_by_deck_and_position ON schedule (learner, deck, active, state, position, place);
CREATE INDEX schedule_by_due ON schedule (learner, active, state, due, shuffle);
CREATE INDEX schedule_by_note ON schedule (learner, note);
CREATE INDEX schedule_by_position ON schedule (learner, active, state, position, place);
CREATE INDEX schedule_by_review ON schedule (learner, last_review, note, deck, introduced, reviewed);
COMMIT;
