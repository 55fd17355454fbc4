/// Recovery.
extension LiveCamera {
    /// Does what the recovery decided.
    func perform(_ step: CameraRecovery.Step, now: Int64) -> Dequeued {
        hasLost = false
        switch step {
        case .wait: return .notReady
        case .close: close()
        case .open: return open(now: now)
        case .restartStream: return restartStream(now: now)
        case .resetDevice: resetDevice(now: now)
        }
        return .notReady
    }

    /// Lets the camera go: its stream is stopped and everything given back.
    func close() {
        if let device = camera?.device { host.unwatch(device) }
        camera = nil
    }

    private func restartStream(now: Int64) -> Dequeued {
        if case .streaming = state { enter(.stalled) }
        do throws(SystemErrno) {
            // A stream that does not run polls as broken.
            if let device = camera?.device { host.unwatch(device) }
            try camera?.restart()
            numbering.restart()
            if let device = camera?.device { try host.watch(device) }
            return .notReady
        } catch {
            return perform(step(for: StreamFault(error), now: now), now: now)
        }
    }

    private func resetDevice(now: Int64) {
        close()
        let reset = node.map { host.resetUSBDevice(of: $0) } ?? .notUSB
        // A step that is skipped time and again is told once.
        if reset == .done || reset != lastReset { notice(.usbReset(reset)) }
        lastReset = reset
        recovery.resetFinished(reset, now: now)
    }

    private func open(now: Int64) -> Dequeued {
        let isRecovering = camera != nil
        close()
        if isRecovering, state == .stalled {
            enter(.reopening(why: "no frame came, although the stream was restarted"))
        }
        do throws(CameraOpenFailure) {
            let offer = try finder.find(in: host.scan()) { (node) throws(CameraOpenFailure) in
                try CameraOffer(asking: stream(of: node), node, settings: settings)
            }
            if mayTellOpening { enter(.opening) }
            return try start(offer, now: now)
        } catch {
            recovery.openFailed(error.kind, now: now)
            enter(CameraState(error, absence: finder.absence))
            return .notReady
        }
    }

    /// Not while a camera in trouble is tried again and again.
    private var mayTellOpening: Bool {
        switch state {
        case nil, .absent: true
        case .opening, .streaming, .stalled, .reopening, .unusable: false
        }
    }

    private func stream(of node: CameraNode) throws(CameraOpenFailure) -> VideoStream {
        do throws(SystemErrno) {
            return VideoStream(owning: try host.open(node.path), path: node.path)
        } catch {
            throw CameraOpenFailure(node.path, "opening", error)
        }
    }

    /// Starts the stream of the camera that was found.
    private func start(_ offer: CameraOffer, now: Int64) throws(CameraOpenFailure) -> Dequeued {
        let opened = try V4L2Camera.start(stream(of: offer.node), offer)
        do throws(SystemErrno) {
            try host.watch(opened.device)
        } catch {
            throw CameraOpenFailure(offer.node.path, "waiting for frames", error)
        }
        let found = FrameFormat(opened, since: format, lookingSince: lookingSince)
        opened.notices.forEach(notice)
        node = offer.node
        camera = consume opened
        numbering.restart()
        recovery.opened(framesPerSecond: found.framesPerSecond, now: now)
        let isChanged = take(found)
        // Of a camera in trouble only a frame proves that it streams again.
        if state == .opening { enterStreaming() }
        return isChanged ? .formatChanged : .notReady
    }

    /// Takes over the format of a camera that was opened; whether it differs from the one before.
    private func take(_ found: FrameFormat) -> Bool {
        if format != nil { formatGeneration &+= 1 }
        let isChanged = found != format
        format = found
        return isChanged
    }
}
