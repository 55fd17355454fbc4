import Capture
import Settings
import Testing

@Suite("The table of camera profiles")
struct CameraProfileTests {
    @Test("the names are those that camera.profile takes, each once")
    func names() {
        #expect(CameraProfile.table().map(\.name) == ProfileNames.all)
        #expect(Set(ProfileNames.all).count == ProfileNames.all.count)
        #expect(Set(ProfileNames.generic).isSubset(of: ProfileNames.all))
    }

    @Test("every size of every profile can be decoded, and no profile claims to have been tried")
    func sizes() {
        for profile in CameraProfile.table() {
            for size in profile.sizes {
                let decoder = profile.decoder(wireSize: size, bytesPerLine: size.width * 2)
                #expect(decoder != nil, "\(profile.name) \(size)")
            }
            #expect(!profile.triedOnHardware)
        }
    }

    @Test("only what measures has a meaning of counts, a plausible range and a warm-up")
    func measuring() throws {
        for profile in CameraProfile.table() where profile.canMeasure {
            let map = try #require(profile.countsMap)
            let plausible = try #require(profile.plausible)
            #expect(map.scale > 0)
            #expect(plausible.contains(23))
            #expect(profile.warmUp > .zero && profile.settle > .zero)
        }
        let measuring = CameraProfile.table().filter(\.canMeasure).map(\.name)
        #expect(!measuring.contains("amg88xx") && !measuring.contains("loopback-8bit"))
    }

    @Test("a Lepton prefers telemetry, and has the controls of PureThermal's extension units")
    func lepton() throws {
        let lepton = try #require(CameraProfile.named("lepton3-tlinear"))
        #expect(lepton.sizes.first == FrameSize(width: 160, height: 122))
        let enable = try #require(lepton.controls.tlinearEnable)
        #expect((enable.unit, enable.selector, enable.length) == (21, 18, 4))
        #expect(enable.bytes(of: 1) == [1, 0, 0, 0])
        #expect(enable.value(of: [1, 0, 0, 0]) == 1)
        #expect(enable.value(of: enable.bytes(of: 0x1234_5678)) == 0x1234_5678)
        let run = try #require(lepton.controls.runFlatFieldCorrection)
        #expect((run.unit, run.selector, run.bytes(of: 1)) == (6, 17, [1]))
    }

    @Test("pixel formats are written as v4l2-ctl writes them")
    func formats() {
        #expect(PixelFormat.y16.code == 0x2036_3159)
        #expect(PixelFormat.y16.description == "Y16 ")
        #expect(PixelFormat.y16BigEndian.description == "Y16 -BE")
        #expect(PixelFormat.y16BigEndian.code == 0xA036_3159)
        #expect(PixelFormat.yuyv.description == "YUYV")
        #expect(PixelFormat(code: 0x0102_0304).description == "????")
    }
}
