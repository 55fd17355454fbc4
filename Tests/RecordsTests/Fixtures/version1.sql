-- A store as version 1 of the tables left it: made by version 1's own SQL, dumped by sqlite3. A released version is never
-- changed, and so is this file. Two people: one agreed to both purposes, one to the entry history; one more withdrew.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE store(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  store_id BLOB NOT NULL CHECK(length(store_id) = 16), -- the key file's
  index_slot INTEGER NOT NULL, -- the key of consent.lookup
  code_slot INTEGER NOT NULL, -- the key of consent_event.mac
  vacuum_due INTEGER NOT NULL CHECK(vacuum_due IN (0, 1)),
  vacuum_ms INTEGER NOT NULL) STRICT;
INSERT INTO store VALUES(1,X'91edcdd5077665631a14b3de18088ddb',1,2,0,1795521780000);
CREATE TABLE notice(
  sha256 BLOB PRIMARY KEY CHECK(length(sha256) = 32), version TEXT NOT NULL, lang TEXT NOT NULL,
  body TEXT NOT NULL, valid_from INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO notice VALUES(X'c9e581076181ef480f35bcacb0ec948094596ca9e53b40bc938548cc1a29523d','2026-11','ko','{"consent_validity_s":7776000,"controller":{"address":"1 Example Street, Seoul","contact":"Privacy office","email":"privacy@example.org","name":"Example Ltd","phone":"+82 2 000 0000"},"jurisdiction":"KR","language":"ko","policy_url":"https://example.org/privacy","proof_window_s":0,"purposes":[{"items":["time","gate","direction"],"purpose":"entry_log","retention_s":1209600,"sensitive":false,"text":"이 문을 드나든 기록을 보관합니다."},{"items":["time","outcome"],"purpose":"fever_outcome","retention_s":86400,"sensitive":true,"text":"체온 확인에서 안내 대상이었는지를 보관합니다. 체온 자체는 보관하지 않습니다."}],"recipients":[],"refusal":"동의를 거부할 수 있습니다. 거부해도 출입에는 아무런 영향이 없습니다.","storage_location":"the device at this door","version":"2026-11","withdrawal":"언제든지 이 문에서 영수증을 제시하면 기록이 즉시 파기됩니다."}',1795521600000);
INSERT INTO notice VALUES(X'd13011dcb6a9446248005cbfc43bf078ce45d593642d77fa3dd1d301f52b1dd7','2026-11','en','{"consent_validity_s":7776000,"controller":{"address":"1 Example Street, Seoul","contact":"Privacy office","email":"privacy@example.org","name":"Example Ltd","phone":"+82 2 000 0000"},"jurisdiction":"KR","language":"en","policy_url":"https://example.org/privacy","proof_window_s":0,"purposes":[{"items":["time","gate","direction"],"purpose":"entry_log","retention_s":1209600,"sensitive":false,"text":"Keep when you came in or went out at this door."},{"items":["time","outcome"],"purpose":"fever_outcome","retention_s":86400,"sensitive":true,"text":"Keep whether the temperature check referred you. The temperature itself is never kept."}],"recipients":[],"refusal":"You may refuse. Refusing changes nothing about your entry.","storage_location":"the device at this door","version":"2026-11","withdrawal":"Show your receipt at this door at any time; your records are destroyed at once."}',1795521600000);
CREATE TABLE party(
  party_id TEXT PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, contact TEXT NOT NULL,
  party_type TEXT NOT NULL CHECK(party_type IN ('controller', 'processor'))) STRICT;
INSERT INTO party VALUES('controller-3d90b83f8fd6fe7f','Example Ltd','1 Example Street, Seoul','Privacy office','controller');
CREATE TABLE consent(
  record_id BLOB PRIMARY KEY CHECK(length(record_id) = 16), schema_version TEXT NOT NULL,
  lookup BLOB NOT NULL CHECK(length(lookup) = 32), -- HMAC(index key, subject reference)
  key_slot INTEGER NOT NULL UNIQUE,
  subject_sealed BLOB NOT NULL CHECK(length(subject_sealed) <= 64), -- under the consent's own key
  purpose TEXT NOT NULL CHECK(purpose IN ('entry_log', 'fever_outcome')),
  sensitive INTEGER NOT NULL CHECK(sensitive = (purpose = 'fever_outcome')),
  pii_types INTEGER NOT NULL CHECK(pii_types BETWEEN 1 AND 15 AND (purpose = 'fever_outcome' OR pii_types < 8)),
  notice_sha256 BLOB NOT NULL REFERENCES notice, controller TEXT NOT NULL REFERENCES party,
  lawful_basis TEXT NOT NULL CHECK(lawful_basis = 'consent'), jurisdiction TEXT NOT NULL,
  storage_location TEXT NOT NULL, retention_s INTEGER NOT NULL CHECK(retention_s BETWEEN 60 AND 2419200),
  proof_s INTEGER NOT NULL CHECK(proof_s BETWEEN 0 AND 7776000), withdrawal_method TEXT NOT NULL,
  recipients TEXT NOT NULL CHECK(recipients = '[]'), collection_method TEXT NOT NULL,
  expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,
  erased_rows INTEGER NOT NULL, -- entries that its withdrawal destroyed
  UNIQUE(lookup, purpose)) STRICT, WITHOUT ROWID;
INSERT INTO consent VALUES(X'5f948037797d4522bdabd8b7e1b3a591','27560:2023',X'3daf825c98357a56d15cdc10467956a5000eeaee4f60f10dc85baffd19d18632',4,X'cfd39069ab60c11cbfbb07fe10aeb4b7ac34674ccd6778c2b52cfff482a0ed3157297cc0efc0b8cdaa6ba350','fever_outcome',1,9,X'c9e581076181ef480f35bcacb0ec948094596ca9e53b40bc938548cc1a29523d','controller-3d90b83f8fd6fe7f','consent','KR','the device at this door',86400,0,'언제든지 이 문에서 영수증을 제시하면 기록이 즉시 파기됩니다.','[]','kiosk',1803297600000,7776060,0);
INSERT INTO consent VALUES(X'7fe17b74553b4feba9281476fec3a889','27560:2023',X'e9e10cdca490e35f57af3d368bb036a9938c4f2b5b271eb1e0f2abb348040a49',5,X'9ba3883107b9858bfd0c76fc3431c46fa98c226af5534de353ea13b27ea48cad497193e8c409d337526f5512','entry_log',0,7,X'd13011dcb6a9446248005cbfc43bf078ce45d593642d77fa3dd1d301f52b1dd7','controller-3d90b83f8fd6fe7f','consent','KR','the device at this door',1209600,0,'Show your receipt at this door at any time; your records are destroyed at once.','[]','desk',1803297600000,7776060,0);
INSERT INTO consent VALUES(X'8f87393bb61c48a48de7a815cd791da3','27560:2023',X'3daf825c98357a56d15cdc10467956a5000eeaee4f60f10dc85baffd19d18632',3,X'f60adc55cc730ca45b0edcbd57d7214f40453a92af94d6be79d174c60df832fb140edd3e3f78ea7113aa1975','entry_log',0,7,X'c9e581076181ef480f35bcacb0ec948094596ca9e53b40bc938548cc1a29523d','controller-3d90b83f8fd6fe7f','consent','KR','the device at this door',1209600,0,'언제든지 이 문에서 영수증을 제시하면 기록이 즉시 파기됩니다.','[]','kiosk',1803297600000,7776060,0);
CREATE TABLE consent_event(
  record_id BLOB NOT NULL REFERENCES consent, seq INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('Requested', 'Given', 'Renewed', 'Withdrawn', 'Expired', 'Invalidated')),
  event_type TEXT NOT NULL CHECK(event_type = 'explicit'), event_utc_ms INTEGER NOT NULL,
  validity_s INTEGER NOT NULL, entity TEXT NOT NULL CHECK(entity IN ('subject', 'controller', 'system')),
  method TEXT NOT NULL, clock_trust INTEGER NOT NULL, mac BLOB NOT NULL CHECK(length(mac) = 32),
  PRIMARY KEY(record_id, seq)) STRICT, WITHOUT ROWID;
INSERT INTO consent_event VALUES(X'5f948037797d4522bdabd8b7e1b3a591',1,'Given','explicit',1795521600000,7776000,'subject','kiosk',1,X'c415569551ae2b0cb5ca330fb2f7b8eca16b5bb1b3c11efc36ee513df2053be6');
INSERT INTO consent_event VALUES(X'7fe17b74553b4feba9281476fec3a889',1,'Given','explicit',1795521600000,7776000,'subject','desk',1,X'57ce646289349d7de9f50d3ee8802aab9c3a84a20451eff7abdaf12e41864a96');
INSERT INTO consent_event VALUES(X'8f87393bb61c48a48de7a815cd791da3',1,'Given','explicit',1795521600000,7776000,'subject','kiosk',1,X'e9ea430bbe1206db053aff88b28a25d9abe69637f63311b1307b21ecd91dfc39');
CREATE TABLE epoch(
  epoch INTEGER PRIMARY KEY, purpose TEXT NOT NULL CHECK(purpose IN ('entry_log', 'fever_outcome')),
  retention_s INTEGER NOT NULL CHECK(retention_s BETWEEN 60 AND 2419200),
  starts_utc_ms INTEGER NOT NULL, starts_uptime_s INTEGER NOT NULL,
  expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,
  key_slot INTEGER NOT NULL UNIQUE, state TEXT NOT NULL CHECK(state IN ('open', 'hidden', 'dropped')),
  canary BLOB NOT NULL CHECK(length(canary) <= 64), rows INTEGER NOT NULL, reason TEXT NOT NULL,
  UNIQUE(purpose, retention_s, starts_utc_ms)) STRICT;
INSERT INTO epoch VALUES(1,'entry_log',1209600,1795521600000,60,1796731200000,1209660,6,'open',X'1d57a9c09d2ff90e0ddb152202cb6e8fddde3dddf3b1a9c9bf0b859e4e67a7c109dadada6cd49f773e564bc7',0,'expiry');
INSERT INTO epoch VALUES(2,'fever_outcome',86400,1795521600000,60,1795608000000,86460,7,'open',X'7098fc14343db42196cf1f438ffec2c290b83b7307037a4ff2c7128703f77fa4402925d5f62fa504a83c8ae6',0,'expiry');
CREATE TABLE purge_ledger(
  seq INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, reason TEXT NOT NULL, rows INTEGER NOT NULL,
  due_ms INTEGER NOT NULL, done_ms INTEGER NOT NULL, done_uptime_s INTEGER NOT NULL,
  verified INTEGER NOT NULL) STRICT;
INSERT INTO purge_ledger VALUES(1,0,'withdrawal',0,1795521780000,1795521780000,240,1);
CREATE TABLE refusal(day INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
INSERT INTO refusal VALUES(20781,1);
CREATE TABLE clock_state(
  one INTEGER PRIMARY KEY CHECK(one = 1), boot_id BLOB NOT NULL CHECK(length(boot_id) = 16),
  boottime_ns INTEGER NOT NULL, t_eff_ms INTEGER NOT NULL, uptime_total_ms INTEGER NOT NULL,
  synced INTEGER NOT NULL, claim_ahead_ms INTEGER, claim_since_ms INTEGER) STRICT;
INSERT INTO clock_state VALUES(1,X'00000000000000000000000000000001',240000000000,1795521780000,240000,1,NULL,NULL);
CREATE TABLE entry_1(
  entry_id BLOB PRIMARY KEY CHECK(length(entry_id) = 16), tag BLOB NOT NULL CHECK(length(tag) = 16),
  expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,
  sealed BLOB NOT NULL CHECK(length(sealed) <= 160)) STRICT, WITHOUT ROWID;
INSERT INTO entry_1 VALUES(X'37425b3d55fa42d7b93811ca20e137c3',X'a1524704d3b39e3e1d7e4669dee35929',1796731200000,1209660,X'dd07e17e157a1c85f6df3930077dca38a8f6e5b3fa120a20964b5ea4c2cea65228b8b360b9a1908f867d8248515053ca5ffc43d8af73cc71db42b023d0f76857e23bf42d12bffd5ef1931f7b78b59c53227f2c721ca073809fd83de6');
INSERT INTO entry_1 VALUES(X'40c6a2b83add45bc8669d3fc491d6498',X'472a96155dcad42bb93a6cb19cd02d84',1796731200000,1209660,X'4d7233188dba6300e8203334b2977d3aaa0159bd2f5708d099d8d4a1331d34ec65cba0e293227e6e9322bee46fe675ca7f4e79eab2b4a1f4c2076d6e9d42cd69f9c6e4b183ba681a4fab14546674a3340f187c4d4b2103d585d5eba9');
INSERT INTO entry_1 VALUES(X'889df133cd2340fca217ea71ed04a297',X'a1524704d3b39e3e1d7e4669dee35929',1796731200000,1209660,X'9f4074ed6d78639844a21c9df89ffc0c7c3deca29b0b25fa66ed6eac9b1fcdb2a598490825067b6b480dc64c7ffafe59446252ad83f64d212276a9855b37b63d55b0132983f0796b7f1eb2c39475d9f011b071c7991843e60cb5dc1c');
INSERT INTO entry_1 VALUES(X'9b28d158ddf648d1ab27b9a3cc1e5243',X'472a96155dcad42bb93a6cb19cd02d84',1796731200000,1209660,X'c480d076bb03a316c795458432d1fa8b46cd0d03b02bad1338821a0272881ecca19419eaa7ccc71f03cadbcec38f94c6401e338682ef148cfe6674d0daa858b251eb6482c945a8fc759d7cbf0800e68811504c378771e9f93efdff38');
INSERT INTO entry_1 VALUES(X'cb991be0a8f64350a09bb780f6bf99e0',X'a1524704d3b39e3e1d7e4669dee35929',1796731200000,1209660,X'dbe689302fb9246a95e704e5a5669b5da8d054c1e8c550ae1c9c186dbded33aea7819c0434469717130cea3da717679bb23a052fe55f919aa4a1f0ab51303cd55acbf7d5bb84c06f419da88b977dec19d4ee63c48eaf6d65000da4ec');
INSERT INTO entry_1 VALUES(X'da17579eda594386b1c6aa999810cc66',X'472a96155dcad42bb93a6cb19cd02d84',1796731200000,1209660,X'87cd8cb5c194944c6371ab6581c020360c69d5265381b18a978f205a4c87a6f8fab9afb5681fdc673716829be16f928d1a897c9a9abbe83a9e883ad466a478504ba5ed1a4eb86a0c60e8e6ceca5d93132b5c2eaa2848c12b3d3e8d66');
CREATE TABLE entry_2(
  entry_id BLOB PRIMARY KEY CHECK(length(entry_id) = 16), tag BLOB NOT NULL CHECK(length(tag) = 16),
  expires_utc_ms INTEGER NOT NULL, expires_uptime_s INTEGER NOT NULL,
  sealed BLOB NOT NULL CHECK(length(sealed) <= 160)) STRICT, WITHOUT ROWID;
INSERT INTO entry_2 VALUES(X'25aa2e68e9cb436fa91dea31b1be5362',X'908eb4dbcfa61bd00aa9ea3f76b5714d',1795608000000,86460,X'210e31b97f894ddae3352fdbd8a412e2c98c2b24153e4925a5d49d82512714ebb22ee16956f84f6585b5fd05847f5974a49b1f28af80e90625273b40d21ecd53e66c9decdb85547485926e5f1ad9e4b073185afa9f1d710ab67bc181');
INSERT INTO entry_2 VALUES(X'd8a0594ed0ff4dbc88abb3761406ea5b',X'908eb4dbcfa61bd00aa9ea3f76b5714d',1795608000000,86460,X'ac4c4df7ba3d2f720b9ef4f413bd918ffdedbbea173666c814f207dd2200c68cb03c35e78b9cb41b5d48b0152524c17979e9d76143900cce0650caaf5f430afd5490253035d8ec5280041d3e5c299c49434db013f75c552bb971db90');
INSERT INTO entry_2 VALUES(X'fcc0b13558f7463f98e3b7a6d9694f87',X'908eb4dbcfa61bd00aa9ea3f76b5714d',1795608000000,86460,X'1d58edaeda7c1e1b4518f9d8df77d0ce3d5cbe8f5d49f2c97a3fe64231fe257e12158030910e7a04dbb4d305528de6ad57a3dbb12da8dbe640fab09a428c4970072663f94e1c75fe9e6d0d614ac2cc6ae0efb87eb8ab73a447af0808');
CREATE INDEX entry_1_tag ON entry_1(tag);
CREATE INDEX entry_2_tag ON entry_2(tag);
COMMIT;
PRAGMA application_id = 1280201804;
PRAGMA user_version = 1;
